package org.hms.registry.careservice;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** On which days from when until when; all day where no time is said. */
public record OpeningHours(
        List<DayOfWeek> days,
        @Nullable LocalTime from,
        @Nullable LocalTime until) {
    public OpeningHours {
        days = days.stream().distinct().sorted().toList();
        if ((from == null) != (until == null)) {
            throw new IllegalArgumentException("Opening hours have a beginning and an end, or neither");
        }
    }

    public boolean allDay() {
        return from == null;
    }
}
