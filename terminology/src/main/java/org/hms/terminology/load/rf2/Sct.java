package org.hms.terminology.load.rf2;

import java.util.List;
import java.util.Map;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.graph.UseCoding;

/** The identifiers of SNOMED CT's own metadata that a reader must know. */
final class Sct {
    static final String IS_A = "116680003";
    static final String INFERRED = "900000000000011006";
    static final String PREFERRED = "900000000000548007";
    static final String CORE_MODULE = "900000000000207008";
    static final String MODULE_DEPENDENCY = "900000000000534007";

    static final UseCoding FULLY_SPECIFIED_NAME = use("900000000000003001", "Fully specified name");
    static final UseCoding SYNONYM = use("900000000000013009", "Synonym");
    static final UseCoding DEFINITION = use("900000000000550004", "Definition");

    /** Language reference sets by language, in the order in which they are asked for a display. */
    private static final Map<String, List<String>> DIALECTS =
            Map.of("en", List.of("900000000000509007", "900000000000508004"), "es", List.of("450828004", "448879004"));

    private Sct() {}

    static List<String> dialects(String language) {
        return DIALECTS.getOrDefault(language, List.of());
    }

    static UseCoding use(String typeId) {
        return switch (typeId) {
            case "900000000000003001" -> FULLY_SPECIFIED_NAME;
            case "900000000000013009" -> SYNONYM;
            case "900000000000550004" -> DEFINITION;
            default -> use(typeId, typeId);
        };
    }

    private static UseCoding use(String code, String display) {
        return new UseCoding(SystemUri.SNOMED_CT, code, display);
    }
}
