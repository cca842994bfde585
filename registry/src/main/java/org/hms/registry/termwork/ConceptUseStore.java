package org.hms.registry.termwork;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** How often each concept was looked up in each district, by week. */
public interface ConceptUseStore {

    /** A concept in a district in the week that begins on that Monday. */
    record Cell(String concept, String district, LocalDate week) {}

    /** Adds to the counts; all or nothing. */
    void add(Map<Cell, Long> counts);

    /** The counts of the weeks from one Monday to another, both included. */
    Map<Cell, Long> between(LocalDate from, LocalDate to);

    /** All counts of one concept, by district and week. */
    List<Map.Entry<Cell, Long>> of(String concept, LocalDate from);

    int forgetBefore(LocalDate week);
}
