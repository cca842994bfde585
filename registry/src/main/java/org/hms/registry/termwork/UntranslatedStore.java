package org.hms.registry.termwork;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The counts of queries without an answer, by day. */
public interface UntranslatedStore {

    /** A query in a language on a day. */
    record Cell(String text, String language, LocalDate day) {}

    /** Adds to the counts; all or nothing. */
    void add(Map<Cell, Long> counts);

    /** Since that day, the most asked first; none that was asked less often than {@code from}. */
    List<UntranslatedQuery> list(LocalDate since, int from, int limit, int offset);

    /** Takes a query off the list, because it is answered or means nothing; says how many days it had. */
    int settle(String text);

    /** Forgets the days before, and says how many counts that were. */
    int forgetBefore(LocalDate day);
}
