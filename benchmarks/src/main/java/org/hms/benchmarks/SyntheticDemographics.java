package org.hms.benchmarks;

import java.util.List;
import java.util.Locale;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.PartialDate;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Residence;
import org.hms.matching.person.Sex;
import org.hms.seed.people.Population;
import org.hms.seed.people.SyntheticName;
import org.hms.seed.people.SyntheticRecord;

/** Synthetic people as the matching library takes them. */
final class SyntheticDemographics {

    private SyntheticDemographics() {}

    static List<Demographics> of(long seed, int count) {
        try (var records = Population.of(seed, count).records()) {
            return records.map(SyntheticDemographics::toDemographics).toList();
        }
    }

    private static Demographics toDemographics(SyntheticRecord record) {
        var date = record.birthDate() == null ? null : PartialDate.parse(record.birthDate());
        var mother = record.motherName() == null ? null : toName(record.motherName());
        return new Demographics(
                List.of(toName(record.name())),
                Sex.valueOf(record.sex().toUpperCase(Locale.ROOT)),
                new Birth(date, record.birthOrder(), mother),
                record.identifiers().stream()
                        .map(identifier -> new Identifier(identifier.system(), identifier.value()))
                        .toList(),
                new Residence(record.department(), record.district(), record.localityName()),
                record.phones(),
                record.deceased());
    }

    private static PersonName toName(SyntheticName name) {
        return new PersonName(name.given(), name.family(), name.married());
    }
}
