package org.hms.matching.person;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name in its parts: given names in order, family names in order (father's first, then mother's, as is the custom but
 * not the law in Paraguay), and the husband's family name that may follow "de" (Ley 1/92).
 */
public record PersonName(
        List<String> given, List<String> family, @Nullable String marriedFamily) {
    public PersonName {
        given = List.copyOf(given);
        family = List.copyOf(family);
    }

    public static PersonName of(String given, String... family) {
        return new PersonName(List.of(given.split("\\s+")), List.of(family), null);
    }
}
