package org.hms.registry.privacy.web;

import java.util.Map;

/** The audit trail's codes in the person's language; what has no word here is shown as it is. */
final class AccessWords {

    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("create", "Alta de registro"),
            Map.entry("update", "Modificación de registro"),
            Map.entry("read", "Consulta"),
            Map.entry("search", "Búsqueda"),
            Map.entry("match", "Búsqueda por parecido"),
            Map.entry("ihe-pix", "Consulta de identificadores"),
            Map.entry("cross-border-lookup", "Consulta de otro país"),
            Map.entry("quality-list", "Lista de calidad de datos"),
            Map.entry("quality-export", "Exportación de calidad de datos"),
            Map.entry("provisional-list", "Lista de identidades provisorias"),
            Map.entry("access-report", "Informe de accesos"),
            Map.entry("rectification-open", "Pedido de rectificación"),
            Map.entry("rectification-read", "Consulta de un pedido de rectificación"),
            Map.entry("rectification-close", "Respuesta a un pedido de rectificación"),
            Map.entry("objection-state", "Oposición registrada"),
            Map.entry("objection-withdraw", "Oposición retirada"));
    private static final Map<String, String> ROLES = Map.of(
            "admin", "Administración",
            "steward", "Responsable de datos",
            "system", "Sistema de salud",
            "partner", "Otro país",
            "auditor", "Auditoría");
    private static final Map<String, String> OUTCOMES =
            Map.of("success", "Realizado", "refused", "Rechazado", "known", "Conocida", "not-known", "No conocida");

    private AccessWords() {}

    static String action(String code) {
        return ACTIONS.getOrDefault(code, code);
    }

    static String role(String code) {
        return ROLES.getOrDefault(code, code);
    }

    static String outcome(String code) {
        return OUTCOMES.getOrDefault(code, code);
    }
}
