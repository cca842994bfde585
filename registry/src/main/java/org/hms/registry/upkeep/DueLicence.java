package org.hms.registry.upkeep;

import java.time.LocalDate;

/** A licence that has ended or is about to. */
public record DueLicence(
        String practitioner, String name, String number, String specialty, LocalDate validUntil, boolean expired) {}
