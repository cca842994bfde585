package org.hms.registry.territory;

import java.util.Locale;
import java.util.regex.Pattern;

/** The levels of the two hierarchies: the territory, and its management by health regions and networks. */
public enum JurisdictionLevel {
    COUNTRY("País", DirectorySystems.ISO_COUNTRY, "[A-Z]{2}"),
    HEALTH_REGION("Región sanitaria", DirectorySystems.HEALTH_REGION, "[0-9]{2}"),
    NETWORK("Red de servicios", DirectorySystems.NETWORK, "[0-9A-Za-z.]{1,32}"),
    DEPARTMENT("Departamento", DirectorySystems.INE_DEPARTMENT, "[0-9]{2}"),
    DISTRICT("Distrito", DirectorySystems.INE_DISTRICT, "[0-9]{4}"),
    LOCALITY("Localidad", DirectorySystems.LOCALITY, "[0-9]{1,8}");

    private final String display;
    private final String codeSystem;
    private final Pattern codes;

    JurisdictionLevel(String display, String codeSystem, String codes) {
        this.display = display;
        this.codeSystem = codeSystem;
        this.codes = Pattern.compile(codes);
    }

    /** The code in {@link DirectorySystems#JURISDICTION_LEVEL}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String display() {
        return display;
    }

    /** The system of the codes by which those of this level are known. */
    public String codeSystem() {
        return codeSystem;
    }

    /** Whether a code has the form of this level. */
    public boolean takesCode(String text) {
        return codes.matcher(text).matches();
    }

    /** Health regions and networks manage; they are published as organizations without a place on the map. */
    public boolean isTerritorial() {
        return this != HEALTH_REGION && this != NETWORK;
    }

    /** Whether what is of this level may be a part of what is of another; only a network may be one of its own level. */
    public boolean isPartOf(JurisdictionLevel parent) {
        return switch (this) {
            case COUNTRY -> false;
            case HEALTH_REGION, DEPARTMENT -> parent == COUNTRY;
            case NETWORK -> parent == COUNTRY || parent == HEALTH_REGION || parent == NETWORK;
            case DISTRICT -> parent == DEPARTMENT;
            case LOCALITY -> parent == DISTRICT;
        };
    }
}
