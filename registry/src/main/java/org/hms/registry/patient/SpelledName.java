package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.List;
import org.hms.matching.person.PersonName;
import org.jspecify.annotations.Nullable;

/** A name as it is shown and searched; what is shown is found, since both are made here. */
public record SpelledName(List<String> given, @Nullable String family) {
    public SpelledName {
        given = List.copyOf(given);
    }

    /** The family name is one text, with the husband's name behind "de". */
    public static SpelledName of(PersonName name) {
        var family = String.join(" ", withoutBlanks(name.family()));
        var married = name.marriedFamily();
        return new SpelledName(
                withoutBlanks(name.given()),
                family.isEmpty() ? null : married == null ? family : family + " de " + married);
    }

    public String whole() {
        var words = new ArrayList<>(given);
        if (family != null) {
            words.add(family);
        }
        return String.join(" ", words);
    }

    private static List<String> withoutBlanks(List<String> words) {
        return words.stream().filter(word -> !word.isBlank()).toList();
    }
}
