package org.hms.registry.job;

import java.util.function.BiConsumer;
import org.hms.registry.patient.RecordKey;
import org.hms.seed.people.Population;
import org.hms.seed.people.SyntheticRecord;

/** The synthetic population as the registry knows it: each record under the identifier system of its source. */
public final class SyntheticPeople {

    private static final String SOURCE_SYSTEM = "https://registry.hms.gov.py/id/source/";

    private SyntheticPeople() {}

    public static String systemOf(String source) {
        return SOURCE_SYSTEM + source;
    }

    /** The seed is part of the number, so that populations of different seeds are different records. */
    public static RecordKey keyOf(SyntheticRecord record, long seed) {
        return new RecordKey(systemOf(record.source()), seed + "-" + record.sourceRecordId());
    }

    /** Which person each record is truly about. */
    static void truth(long seed, int count, BiConsumer<RecordKey, String> consumer) {
        try (var records = Population.of(seed, count).records()) {
            records.forEach(record -> consumer.accept(keyOf(record, seed), record.personId()));
        }
    }
}
