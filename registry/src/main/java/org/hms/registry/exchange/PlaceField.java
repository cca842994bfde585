package org.hms.registry.exchange;

import java.util.List;

/** What a list may say of a place, and the headings under which it usually does, the most telling first. */
public enum PlaceField implements ListField {
    ID("id", "source_id", "seed_id", "codigo", "code"),
    /** The id of another row, or of a jurisdiction of ours, that the place is a part of. */
    PARENT("parent", "parent_id", "superior"),
    NAME("name", "nombre", "name_fixed", "name_source", "establecimiento", "nombre_establecimiento"),
    TYPE("type", "type_code", "tipo", "tipo_establecimiento"),
    OWNERSHIP("ownership", "dependencia", "sector", "propiedad"),
    DISTRICT_CODE("district_code", "ine_district", "cod_distrito", "codigo_distrito"),
    DISTRICT("district", "distrito", "municipio"),
    DEPARTMENT("department", "departamento"),
    REGION("health_region", "region_sanitaria", "cod_region", "region"),
    LATITUDE("latitude", "lat", "latitud"),
    LONGITUDE("longitude", "lon", "lng", "longitud"),
    PHONE("phone", "telefono", "tel", "phones"),
    MSPBS_CODE("mspbs_code", "codigo_mspbs"),
    HIS_CODE("his_code", "codigo_his"),
    STATUS("status", "estado");

    private final List<String> headings;

    PlaceField(String... headings) {
        this.headings = List.of(headings);
    }

    @Override
    public List<String> headings() {
        return headings;
    }
}
