package org.hms.registry.exchange;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hms.registry.careservice.OpeningHours;
import org.hms.registry.territory.NameFolding;

/** Opening hours as lists write them: {@code lun-vie 07:00-17:00}, {@code sab,dom 24h}, or {@code 24h} for all days. */
final class WeekHours {

    private static final List<String> DAYS = List.of("lun", "mar", "mie", "jue", "vie", "sab", "dom");
    private static final Pattern FORM =
            Pattern.compile("(?:(?<days>\\p{L}[\\p{L},-]*)\\s+)?(?:24 ?h|(?<from>[\\d:]{4,5})-(?<until>[\\d:]{4,5}))");

    private WeekHours() {}

    /** @throws RefusedRow where it is written otherwise */
    static OpeningHours read(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw refused();
        }
        var days = form.group("days") == null ? List.of(DayOfWeek.values()) : days(form.group("days"));
        return form.group("from") == null
                ? new OpeningHours(days, null, null)
                : new OpeningHours(days, time(form.group("from")), time(form.group("until")));
    }

    private static List<DayOfWeek> days(String text) {
        var days = new ArrayList<DayOfWeek>();
        for (var part : text.split(",", -1)) {
            var ends = part.split("-", -1);
            if (ends.length > 2) {
                throw refused();
            }
            var last = day(ends[ends.length - 1]);
            for (var day = day(ends[0]); day != last; day = day.plus(1)) {
                days.add(day);
            }
            days.add(last);
        }
        return days;
    }

    /** By the first three letters. */
    private static DayOfWeek day(String text) {
        var folded = NameFolding.fold(text);
        int day = folded.length() < 3 ? -1 : DAYS.indexOf(folded.substring(0, 3));
        if (day < 0) {
            throw refused();
        }
        return DayOfWeek.of(day + 1);
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeParseException e) {
            throw refused();
        }
    }

    private static RefusedRow refused() {
        return new RefusedRow("el horario se escribe como lun-vie 07:00-17:00; sab 24h");
    }
}
