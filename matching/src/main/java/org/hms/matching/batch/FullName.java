package org.hms.matching.batch;

import java.util.List;
import org.hms.matching.person.PersonName;

/** Divides a name written in one cell: at the comma where there is one, else by the number of its words. */
final class FullName {
    private FullName() {}

    /** "Vera Rojas, Ana María", "Ana María Vera Rojas", "Ana Vera"; of three words the first is taken for the given name. */
    static PersonName of(String text) {
        int comma = text.indexOf(',');
        if (comma >= 0) {
            return name(
                    text.substring(comma + 1).strip(), text.substring(0, comma).strip());
        }
        var words = text.split("\\s+");
        int given = words.length <= 3 ? Math.min(1, words.length) : words.length - 2;
        return name(
                String.join(" ", List.of(words).subList(0, given)),
                String.join(" ", List.of(words).subList(given, words.length)));
    }

    private static PersonName name(String given, String family) {
        return new PersonName(
                given.isEmpty() ? List.of() : List.of(given), family.isEmpty() ? List.of() : List.of(family), null);
    }
}
