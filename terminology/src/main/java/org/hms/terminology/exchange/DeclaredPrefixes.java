package org.hms.terminology.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hms.terminology.concept.SystemUri;

/** The prefixes that an SSSOM file declares in its header, so that another's names for our systems and concepts are read. */
final class DeclaredPrefixes {
    private static final Pattern DECLARATION = Pattern.compile("#\\s{2,}\"?([A-Za-z0-9_.-]+)\"?:\\s*\"?(\\S+?)\"?\\s*");
    private static final String CONCEPTS = "/terms/";

    private static final Map<String, String> NAMESPACES = Map.of(
            "http://snomed.info/id/", SystemUri.SNOMED_CT,
            "http://snomed.info/sct/", SystemUri.SNOMED_CT,
            "http://id.who.int/icd/release/11/mms/", SystemUri.ICD_11,
            "https://icd.who.int/browse10/2019/en#/", SystemUri.ICD_10,
            "http://hl7.org/fhir/sid/icd-10/", SystemUri.ICD_10);

    private final Map<String, String> declared = new HashMap<>();

    static DeclaredPrefixes of(String file) {
        var prefixes = new DeclaredPrefixes();
        file.lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(DECLARATION::matcher)
                .forEach(line -> {
                    if (line.matches()) {
                        prefixes.declared.put(line.group(1), line.group(2));
                    }
                });
        return prefixes;
    }

    /** Our concept, under our prefix or under one that stands for the place of our concepts. */
    Optional<String> concept(String curie) {
        var colon = curie.indexOf(':');
        var isOurs = colon > 0
                && declared.getOrDefault(curie.substring(0, colon), "").endsWith(CONCEPTS);
        return isOurs ? Optional.of(curie.substring(colon + 1)) : Curies.concept(curie);
    }

    /** The code system that a prefix stands for. */
    Optional<String> system(String prefix) {
        var namespace = declared.get(prefix);
        return Curies.system(prefix)
                .or(() -> Optional.ofNullable(namespace == null ? null : NAMESPACES.get(namespace)));
    }
}
