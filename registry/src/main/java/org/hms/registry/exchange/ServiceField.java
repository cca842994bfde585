package org.hms.registry.exchange;

import java.util.List;

/** What a list may say of a service. */
public enum ServiceField implements ListField {
    ID("id", "source_id", "codigo", "code"),
    /** The facility that offers it, by our id or by a code that leads to it alone. */
    FACILITY("facility", "facility_code", "establecimiento", "codigo_establecimiento", "mspbs_code"),
    NAME("name", "nombre", "servicio", "nombre_servicio"),
    /** Kinds as {@code system|code} or {@code system|code|display}, parted by semicolons. */
    TYPE("type", "service_type", "tipo", "tipo_servicio"),
    /** Specialties by code or name, parted by semicolons. */
    SPECIALTY("specialty", "especialidad", "especialidades"),
    /** Such as {@code lun-vie 07:00-17:00; sab 07:00-12:00}. */
    HOURS("hours", "horario", "horarios"),
    PHONE("phone", "telefono", "tel", "phones"),
    COMMENT("comment", "comentario", "observacion"),
    STATUS("status", "estado");

    private final List<String> headings;

    ServiceField(String... headings) {
        this.headings = List.of(headings);
    }

    @Override
    public List<String> headings() {
        return headings;
    }
}
