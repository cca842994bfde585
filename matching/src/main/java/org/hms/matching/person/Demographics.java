package org.hms.matching.person;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of one person. Nothing here is corrected or folded; that is the work of standardisation.
 * Ethnicity and community are left out on purpose: people are never linked by them (Ley 7593/2025).
 */
public record Demographics(
        List<PersonName> names,
        Sex sex,
        Birth birth,
        List<Identifier> identifiers,
        @Nullable Residence residence,
        List<String> phones,
        boolean deceased) {
    public Demographics {
        names = List.copyOf(names);
        identifiers = List.copyOf(identifiers);
        phones = List.copyOf(phones);
    }
}
