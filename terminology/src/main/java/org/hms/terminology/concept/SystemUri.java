package org.hms.terminology.concept;

import java.util.Locale;
import java.util.Map;

/** The canonical URIs of the code systems that the lexicon maps to, and the short names by which people ask for them. */
public final class SystemUri {
    public static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";
    public static final String ICD_11 = "http://id.who.int/icd/release/11/mms";
    public static final String SNOMED_CT = "http://snomed.info/sct";
    public static final String LOINC = "http://loinc.org";
    public static final String LEXICON = "https://registry.hms.gov.py/fhir/CodeSystem/guarani-health-lexicon";

    private static final Map<String, String> SHORT_NAMES = Map.ofEntries(
            Map.entry("icd-10", ICD_10),
            Map.entry("icd10", ICD_10),
            Map.entry("cie-10", ICD_10),
            Map.entry("icd-11", ICD_11),
            Map.entry("icd11", ICD_11),
            Map.entry("cie-11", ICD_11),
            Map.entry("snomed", SNOMED_CT),
            Map.entry("snomed-ct", SNOMED_CT),
            Map.entry("sct", SNOMED_CT),
            Map.entry("loinc", LOINC),
            Map.entry("lexicon", LEXICON));

    private SystemUri() {}

    /** Whether codes of the system are put together of others: SNOMED CT's expressions, ICD-11's clusters. */
    public static boolean isCompositional(String uri) {
        return uri.equals(SNOMED_CT) || uri.equals(ICD_11);
    }

    /** The canonical URI for a short name; anything else is taken to be a URI already. */
    public static String resolve(String nameOrUri) {
        return SHORT_NAMES.getOrDefault(nameOrUri.strip().toLowerCase(Locale.ROOT), nameOrUri.strip());
    }
}
