package org.hms.registry.termwork;

import java.time.LocalDate;

/** Words the lexicon had no answer to: how often they were asked, on how many days, and between which. */
public record UntranslatedQuery(
        String text, String language, long asked, int days, LocalDate firstDay, LocalDate lastDay) {}
