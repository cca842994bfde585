package org.hms.registry.reconcile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a list may hold, and the headings it usually has, the most telling first. */
enum ListColumn {
    NAME("name_fixed", "name_source", "name", "nombre", "establecimiento", "nombre_establecimiento", "facility_name"),
    TYPE("type_code", "type", "tipo", "tipo_establecimiento", "type_source"),
    OWNERSHIP("ownership", "dependencia", "sector", "propiedad"),
    DISTRICT_CODE("ine_district", "district_code", "cod_distrito", "codigo_distrito"),
    DISTRICT("district", "distrito", "municipio"),
    REGION("region_sanitaria", "health_region", "cod_region", "region"),
    LATITUDE("lat", "latitude", "latitud"),
    LONGITUDE("lon", "lng", "longitude", "longitud"),
    PHONE("phone", "telefono", "tel", "telephone");

    private final List<String> headings;

    ListColumn(String... headings) {
        this.headings = List.of(headings);
    }

    List<String> headings() {
        return headings;
    }

    /** As a mapping writes it: {@code district-code}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ListColumn> find(String code) {
        return Arrays.stream(values())
                .filter(column -> column.code().equals(code))
                .findFirst();
    }
}
