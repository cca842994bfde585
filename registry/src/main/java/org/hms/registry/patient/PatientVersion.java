package org.hms.registry.patient;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of what is published as a Patient, with the number and time of the change that made it. */
public sealed interface PatientVersion {

    /** Of a record or a person. */
    String id();

    int version();

    long change();

    Instant at();

    /** A source's record as it was received, and the person it belonged to once it was resolved. */
    record OfRecord(
            String id,
            int version,
            long change,
            Instant at,
            String content,
            @Nullable String eid) implements PatientVersion {}

    /** A person's golden record, with the records it was made of; active while any of them was. */
    record OfPerson(GoldenRecord golden, long change, Instant at, List<String> members, boolean active)
            implements PatientVersion {
        public OfPerson {
            members = List.copyOf(members);
        }

        @Override
        public String id() {
            return golden.eid();
        }

        @Override
        public int version() {
            return golden.version();
        }
    }

    /** The end of an enterprise id: it leads to its heir from here on. */
    record Ended(String id, int version, long change, Instant at, String heir) implements PatientVersion {}
}
