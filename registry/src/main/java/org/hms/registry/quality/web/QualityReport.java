package org.hms.registry.quality.web;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.hms.registry.quality.Indicator;
import org.hms.registry.quality.Offender;
import org.hms.registry.quality.QualityFigures;
import org.hms.registry.quality.QualityStore.Part;
import org.hms.registry.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * How good the records are, by group.
 *
 * @param goal the part of records that should state an essential indicator with a value of use
 * @param total how many groups there are
 */
public record QualityReport(double goal, long total, int limit, int offset, List<Group> groups) {
    public QualityReport {
        groups = List.copyOf(groups);
    }

    /** The records of one source, facility, district and month, as far as these were asked for. */
    public record Group(
            @Nullable String source,
            @Nullable String facility,
            @Nullable String district,
            @Nullable String month,
            long records,
            List<Essential> indicators,
            List<Flaw> flaws) {
        public Group {
            indicators = List.copyOf(indicators);
            flaws = List.copyOf(flaws);
        }
    }

    /** One essential indicator; {@code of} is the number of records that should state it. */
    public record Essential(
            String indicator,
            String label,
            long of,
            long missing,
            long invalid,
            double completeness,
            double validity,
            double good,
            boolean meetsGoal) {
        static Essential of(QualityFigures.Measured measured, double goal) {
            return new Essential(
                    measured.indicator().code(),
                    measured.indicator().label(),
                    measured.of(),
                    measured.missing(),
                    measured.invalid(),
                    rounded(measured.completeness()),
                    rounded(measured.validity()),
                    rounded(measured.good()),
                    measured.good() >= goal);
        }
    }

    /** How many records have a flaw. */
    public record Flaw(String indicator, String label, long records, double rate) {
        static Flaw of(QualityFigures.Measured measured) {
            return new Flaw(
                    measured.indicator().code(),
                    measured.indicator().label(),
                    measured.missing(),
                    rounded(measured.rate()));
        }
    }

    /** A page of offending records. */
    public record Offenders(String indicator, long total, int limit, int offset, List<OffenderView> records) {
        public Offenders {
            records = List.copyOf(records);
        }
    }

    /** An offending record by its ids, and in which way it offends: missing or invalid, or the flaw itself. */
    public record OffenderView(
            String recordId,
            String source,
            String number,
            String facility,
            String district,
            String month,
            String finding) {
        static OffenderView of(Offender offender, Indicator indicator) {
            return new OffenderView(
                    offender.recordId(),
                    offender.source(),
                    offender.number(),
                    offender.facility(),
                    offender.district(),
                    offender.month().toString(),
                    wayOf(offender, indicator));
        }
    }

    private static String wayOf(Offender offender, Indicator indicator) {
        if (!indicator.essential()) {
            return indicator.code();
        }
        return offender.codes().contains(indicator.missing()) ? "missing" : "invalid";
    }

    static QualityReport of(Part<QualityFigures> figures, double goal, Page page) {
        var groups = figures.items().stream().map(one -> group(one, goal)).toList();
        return new QualityReport(goal, figures.total(), page.limit(), page.offset(), groups);
    }

    static Group group(QualityFigures figures, double goal) {
        var measured = Arrays.stream(Indicator.values()).map(figures::measure).toList();
        return new Group(
                figures.source(),
                figures.facility(),
                figures.district(),
                text(figures.month()),
                figures.records(),
                measured.stream()
                        .filter(one -> one.indicator().essential())
                        .map(one -> Essential.of(one, goal))
                        .toList(),
                measured.stream()
                        .filter(one -> !one.indicator().essential())
                        .map(Flaw::of)
                        .toList());
    }

    private static @Nullable String text(@Nullable YearMonth month) {
        return month == null ? null : month.toString();
    }

    /** To the hundredth of a per cent. */
    private static double rounded(double part) {
        return Math.floor(part * 10_000) / 10_000;
    }
}
