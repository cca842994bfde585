package org.hms.terminology.validate;

import java.util.Map;

/** The name of the SNOMED CT edition that a version's URI names by its module. */
final class SnomedEdition {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("900000000000207008", "International Edition"),
            Map.entry("449081005", "International Spanish Edition"),
            Map.entry("11000221109", "Argentinian Edition"),
            Map.entry("5631000179106", "Uruguay Edition"),
            Map.entry("21000325107", "Chilean Edition"),
            Map.entry("827022005", "IPS Terminology"),
            Map.entry("731000124108", "US Edition"),
            Map.entry("900000001000122104", "Spanish National Edition"));

    private SnomedEdition() {}

    static String name(String version) {
        var parts = version.split("/");
        return parts.length < 5 ? "unknown" : NAMES.getOrDefault(parts[4], "unknown");
    }
}
