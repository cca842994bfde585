package org.hms.registry.openrefine;

import java.util.Locale;

/** What is told of facilities, under the ids that queries use. */
enum FacilityProperty {
    TYPE("Tipo", "Abreviatura del Ministerio (USF, HD) o el tipo en palabras", true),
    DISTRICT("Distrito", "Nombre, o código INE de cuatro cifras", true),
    REGION("Región sanitaria", "Número de la región", true),
    OWNERSHIP("Dependencia", "public, social security o private", true),
    LATITUDE("Latitud", "Grados, WGS 84", true),
    LONGITUDE("Longitud", "Grados, WGS 84", true),
    PHONE("Teléfono", "Cualquiera de los que tiene", true),
    CODE("Código", "Código del establecimiento en cualquiera de los sistemas", true),
    NAME("Nombre", "Como está publicado", false),
    DISTRICT_CODE("Código del distrito", "Código INE", false),
    DEPARTMENT("Departamento", "Nombre", false),
    STATUS("Estado", "active, suspended o inactive", false),
    SOURCE("Fuente", "La lista de la que proviene", false);

    private final String title;
    private final String description;
    private final boolean asked;

    FacilityProperty(String title, String description, boolean asked) {
        this.title = title;
        this.description = description;
        this.asked = asked;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    EntityProperty described() {
        return new EntityProperty(id(), title, description, asked);
    }
}
