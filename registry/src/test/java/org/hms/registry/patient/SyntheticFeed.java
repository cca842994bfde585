package org.hms.registry.patient;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.PartialDate;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Residence;
import org.hms.matching.person.Sex;
import org.hms.registry.Foundation;
import org.hms.registry.RegistryConfiguration;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.job.SyntheticPeople;
import org.hms.registry.patient.SourceSystem.Sector;
import org.hms.seed.people.Population;
import org.hms.seed.people.SyntheticName;
import org.hms.seed.people.SyntheticRecord;
import org.jspecify.annotations.Nullable;

/** Opens an index on an empty data directory and feeds it the generator's people. */
public final class SyntheticFeed {

    private static final List<String> SOURCES = List.of("mspbs-his", "ips", "private-net", "border-hospital");

    private SyntheticFeed() {}

    public static Foundation open(Path data, RegistryConfiguration.Stewards stewards) {
        var configuration = new RegistryConfiguration();
        configuration.setDataDirectory(data);
        configuration.setMatchModel(Path.of("../config/match-model.yml"));
        configuration.setStewardship(stewards);
        var foundation = Foundation.open(configuration);
        sources().forEach(foundation.patients()::put);
        return foundation;
    }

    public static List<SourceSystem> sources() {
        return IntStream.range(0, SOURCES.size())
                .mapToObj(i -> new SourceSystem(
                        SOURCES.get(i), SOURCES.get(i), Sector.MSPBS, SyntheticPeople.systemOf(SOURCES.get(i)), i + 1))
                .toList();
    }

    public static List<IncomingRecord> records(long seed, int count) {
        var records = new ArrayList<IncomingRecord>();
        try (var people = Population.of(seed, count).records()) {
            people.forEach(record -> records.add(incoming(record, seed)));
        }
        return records;
    }

    public static IncomingRecord incoming(SyntheticRecord record, long seed) {
        var key = SyntheticPeople.keyOf(record, seed);
        var caller = new Caller("test", Role.SYSTEM, record.source(), null, Caller.TREATMENT);
        return new IncomingRecord(caller, record.source(), key, true, demographics(record), key.value());
    }

    private static Demographics demographics(SyntheticRecord record) {
        var date = record.birthDate() == null ? null : PartialDate.parse(record.birthDate());
        var mother = record.motherName() == null ? null : name(record.motherName());
        return new Demographics(
                List.of(name(record.name())),
                Sex.valueOf(record.sex().toUpperCase(Locale.ROOT)),
                new Birth(date, record.birthOrder(), mother),
                record.identifiers().stream()
                        .map(identifier -> new Identifier(identifier.system(), identifier.value()))
                        .toList(),
                residence(record),
                record.phones(),
                record.deceased());
    }

    private static PersonName name(SyntheticName name) {
        return new PersonName(name.given(), name.family(), name.married());
    }

    private static @Nullable Residence residence(SyntheticRecord record) {
        return record.department() == null && record.district() == null
                ? null
                : new Residence(record.department(), record.district(), record.localityName());
    }
}
