package org.hms.registry.patient;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the registry knew before: each version of records and persons, by the number of the change that made it. */
public interface PatientHistory {

    /** Newer than any change. */
    long NEWEST = Long.MAX_VALUE;

    /** Every version of one record, newest first; none when there is no such record. */
    List<PatientVersion> ofRecord(String recordId);

    /** Every version of one person, newest first; the last of an id that was merged is its end. */
    List<PatientVersion> ofPerson(String eid);

    /** Versions of records and persons, newest first, older than a change number. */
    Page since(@Nullable Instant since, long before, int limit);

    /** Some versions, and the change number before which the next page begins, when there is one. */
    record Page(List<PatientVersion> versions, @Nullable Long next) {
        public Page {
            versions = List.copyOf(versions);
        }
    }

    /** Who the id led to at that moment: merges after it had not happened yet. */
    Optional<PersonThen> personAt(String eid, Instant at);
}
