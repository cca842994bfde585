package org.hms.registry.patient.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.stream.Stream;
import org.hms.matching.person.PartialDate;
import org.hms.registry.patient.GoldenRecord;
import org.hms.registry.patient.SpelledName;
import org.jspecify.annotations.Nullable;

/** What a living person is searched by, as it stands in {@code person_search}. */
record SearchRow(
        String eid,
        Instant at,
        String sex,
        @Nullable LocalDate bornFrom,
        @Nullable LocalDate bornUntil,
        String family,
        String given,
        Collection<String> terms) {

    /** The first day that a birth date may mean, and the day after the last. */
    record Days(LocalDate from, LocalDate until) {
        static Days of(PartialDate date) {
            if (date.month() == null) {
                var first = LocalDate.of(date.year(), 1, 1);
                return new Days(first, first.plusYears(1));
            }
            if (date.day() == null) {
                var month = YearMonth.of(date.year(), date.month());
                return new Days(month.atDay(1), month.plusMonths(1).atDay(1));
            }
            var day = LocalDate.of(date.year(), date.month(), date.day());
            return new Days(day, day.plusDays(1));
        }
    }

    static SearchRow of(GoldenRecord person, Collection<String> terms) {
        var said = person.demographics();
        var date = said.birth().date();
        var born = date == null ? null : Days.of(date);
        var names = said.names().stream().map(SpelledName::of).toList();
        return new SearchRow(
                person.eid(),
                person.at(),
                said.sex().name(),
                born == null ? null : born.from(),
                born == null ? null : born.until(),
                PersonTerms.sortKey(names.stream()
                        .map(SpelledName::family)
                        .flatMap(Stream::ofNullable)
                        .toList()),
                PersonTerms.sortKey(
                        names.stream().flatMap(name -> name.given().stream()).toList()),
                terms);
    }
}
