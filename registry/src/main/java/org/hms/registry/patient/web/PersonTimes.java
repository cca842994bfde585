package org.hms.registry.patient.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.hms.registry.web.ProblemException;

/** Moments as callers write them: an instant with its zone, or a date, which means the end of that day in Paraguay. */
final class PersonTimes {

    private static final ZoneId ZONE = ZoneId.of("America/Asuncion");

    private PersonTimes() {}

    static Instant moment(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(ZONE)
                            .toInstant()
                            .minusNanos(1_000)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.badParameter(
                    "at", "is a date such as 2026-05-03 or an instant such as 2026-05-03T10:00:00-03:00");
        }
    }
}
