package org.hms.seed.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one source wrote down about one person, errors included.
 *
 * @param personId whom the record truly describes; it is never fed, only compared with the outcome
 * @param sex female, male or unknown
 * @param birthDate a year, a month or a day, as FHIR writes it
 * @param birthOrder the place among a multiple birth
 * @param department the census code of the department, two digits
 * @param district the census code of the district, four digits
 */
public record SyntheticRecord(
        String source,
        String sourceRecordId,
        String personId,
        SyntheticName name,
        String sex,
        @Nullable String birthDate,
        @Nullable Integer birthOrder,
        List<SyntheticIdentifier> identifiers,
        @Nullable String department,
        @Nullable String district,
        @Nullable String localityName,
        List<String> phones,
        @Nullable SyntheticName motherName,
        boolean deceased,
        LocalDate recordedOn) {
    public SyntheticRecord {
        identifiers = List.copyOf(identifiers);
        phones = List.copyOf(phones);
    }

    /** The record's own number, in the system of its source. */
    public SyntheticIdentifier sourceIdentifier() {
        return new SyntheticIdentifier(IdentifierSystems.ofSource(source), sourceRecordId);
    }
}
