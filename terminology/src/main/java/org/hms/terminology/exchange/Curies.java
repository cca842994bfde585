package org.hms.terminology.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.SystemUri;

/** The prefixes of our SSSOM files. */
final class Curies {
    static final String NO_TERM_FOUND = "sssom:NoTermFound";
    private static final String LEXICON_PREFIX = "HMS";

    private static final Map<String, String> SYSTEMS = Map.of(
            SystemUri.ICD_10, "ICD10",
            SystemUri.ICD_11, "ICD11",
            SystemUri.SNOMED_CT, "SCT");

    private Curies() {}

    static Map<String, String> prefixMap(String base) {
        var map = new LinkedHashMap<String, String>();
        map.put(LEXICON_PREFIX, base);
        map.put("ICD10", SystemUri.ICD_10 + "/");
        map.put("ICD11", SystemUri.ICD_11 + "/");
        map.put("SCT", "http://snomed.info/id/");
        map.put("skos", "http://www.w3.org/2004/02/skos/core#");
        map.put("semapv", "https://w3id.org/semapv/vocab/");
        map.put("sssom", "https://w3id.org/sssom/");
        return map;
    }

    static String ofConcept(String id) {
        return LEXICON_PREFIX + ":" + id;
    }

    static String of(Coding coding) {
        return source(coding.system()) + ":" + coding.code();
    }

    /** The system as the column object_source has it; one without a prefix stands as it is. */
    static String source(String system) {
        return SYSTEMS.getOrDefault(system, system);
    }

    static Optional<String> system(String source) {
        return SYSTEMS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(source))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static Optional<String> concept(String curie) {
        return curie.startsWith(LEXICON_PREFIX + ":")
                ? Optional.of(curie.substring(LEXICON_PREFIX.length() + 1))
                : Optional.empty();
    }
}
