package org.hms.registry.privacy;

import java.time.Instant;
import java.util.List;

/** Who saw or changed a person's data, when, why and what: under every enterprise id the person ever had, and the records. */
public interface AccessReports {

    /**
     * One access.
     *
     * @param about which of the person's own ids were shown or changed; ids of others who were shown along are left out
     */
    record Access(
            Instant at, String caller, String role, String purpose, String action, List<String> about, String outcome) {
        public Access {
            about = List.copyOf(about);
        }
    }

    /** Part of a report, newest first, and its whole length. */
    record Report(List<Access> accesses, long total) {
        public Report {
            accesses = List.copyOf(accesses);
        }
    }

    /** From the first moment, inclusive, to the second, exclusive. */
    record Period(Instant from, Instant to) {}

    /** @param eid of a living person */
    Report about(String eid, Period period, int limit, int offset);
}
