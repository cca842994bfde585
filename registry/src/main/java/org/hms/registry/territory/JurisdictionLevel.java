package org.hms.registry.territory;

import java.util.Locale;

/** The levels of the two hierarchies: the territory, and the ministry's management of it by health regions. */
public enum JurisdictionLevel {
    COUNTRY("País"),
    HEALTH_REGION("Región sanitaria"),
    DEPARTMENT("Departamento"),
    DISTRICT("Distrito"),
    LOCALITY("Localidad");

    private final String display;

    JurisdictionLevel(String display) {
        this.display = display;
    }

    /** The code in {@link DirectorySystems#JURISDICTION_LEVEL}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String display() {
        return display;
    }

    /** A health region manages; it is published as an organization without a place on the map. */
    public boolean isTerritorial() {
        return this != HEALTH_REGION;
    }
}
