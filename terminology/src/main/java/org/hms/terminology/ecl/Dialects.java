package org.hms.terminology.ecl;

import java.util.Map;

/** The short names that ECL has for language reference sets. */
final class Dialects {
    private static final Map<String, String> REFSETS = Map.ofEntries(
            Map.entry("en-us", "900000000000509007"),
            Map.entry("en-gb", "900000000000508004"),
            Map.entry("en-au", "32570271000036106"),
            Map.entry("en-ca", "19491000087109"),
            Map.entry("en-ie", "21000220103"),
            Map.entry("en-nz", "271000210107"),
            Map.entry("en-nhs-clinical", "999001261000000100"),
            Map.entry("en-nhs-pharmacy", "999000691000001104"),
            Map.entry("es", "450828004"),
            Map.entry("es-uy", "5641000179103"),
            Map.entry("da-dk", "554461000005103"),
            Map.entry("de", "722130004"),
            Map.entry("et-ee", "71000181105"),
            Map.entry("fr", "722131000"),
            Map.entry("fr-be", "21000172104"),
            Map.entry("ja", "722129009"),
            Map.entry("nb-no", "61000202103"),
            Map.entry("nl-be", "31000172101"),
            Map.entry("nl-nl", "31000146106"),
            Map.entry("nn-no", "91000202106"),
            Map.entry("sv-se", "46011000052107"),
            Map.entry("zh", "722128001"));

    private Dialects() {}

    /** The identifier of the language reference set; a number is one already. */
    static String find(String aliasOrIdentifier) {
        if (Character.isDigit(aliasOrIdentifier.charAt(0))) {
            return aliasOrIdentifier;
        }
        var refset = REFSETS.get(aliasOrIdentifier);
        if (refset == null) {
            throw new EclException("No dialect is known as " + aliasOrIdentifier);
        }
        return refset;
    }
}
