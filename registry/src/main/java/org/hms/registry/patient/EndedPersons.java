package org.hms.registry.patient;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Enterprise ids that nobody has any more, each with all the records it ended with. */
public interface EndedPersons {

    /** Those that ended with some of these records and that nobody has a claim on. */
    Map<String, Set<String>> endedPersons(Collection<String> recordIds);

    /** Those of these ids that have ended; an id that never was anybody's has not. */
    Map<String, Set<String>> endedAmong(Collection<String> eids);
}
