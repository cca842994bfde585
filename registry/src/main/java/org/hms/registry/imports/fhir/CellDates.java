package org.hms.registry.imports.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hms.matching.batch.Column;
import org.hms.matching.batch.ColumnKind;
import org.hms.matching.batch.ColumnMapping;
import org.hms.matching.person.PartialDate;
import org.hms.registry.fhir.FhirProblem;
import org.jspecify.annotations.Nullable;

/** Reads birth dates from cells: in the format that the mapping names, else as FHIR writes them or with the day first. */
final class CellDates {

    private static final List<DateTimeFormatter> USUAL = List.of(formatter("d/M/yyyy"), formatter("d-M-yyyy"));

    private CellDates() {}

    static Optional<String> birthDate(ColumnMapping mapping, Map<String, String> row) {
        for (var column : mapping.columns()) {
            var cell = MappedPatient.cell(mapping, row, column);
            if (column.kind() == ColumnKind.BIRTH_DATE && !cell.isEmpty()) {
                return Optional.of(whole(column, cell));
            }
        }
        var year = part(mapping, row, ColumnKind.BIRTH_YEAR);
        if (year == null) {
            return Optional.empty();
        }
        var month = part(mapping, row, ColumnKind.BIRTH_MONTH);
        var day = month == null ? null : part(mapping, row, ColumnKind.BIRTH_DAY);
        var date = "%04d".formatted(year)
                + (month == null ? "" : "-%02d".formatted(month))
                + (day == null ? "" : "-%02d".formatted(day));
        return Optional.of(partial(date, ColumnKind.BIRTH_YEAR.code()));
    }

    private static @Nullable Integer part(ColumnMapping mapping, Map<String, String> row, ColumnKind kind) {
        for (var column : mapping.columns()) {
            var cell = MappedPatient.cell(mapping, row, column);
            if (column.kind() == kind && !cell.isEmpty()) {
                if (!cell.matches("\\d{1,4}")) {
                    throw unreadable(column.header());
                }
                return Integer.valueOf(cell);
            }
        }
        return null;
    }

    private static String whole(Column column, String cell) {
        var format = column.format();
        for (var formatter : format == null ? USUAL : List.of(formatter(format))) {
            try {
                return LocalDate.parse(cell, formatter).toString();
            } catch (DateTimeException e) {
                // The next format, or FHIR's own.
            }
        }
        if (format != null) {
            throw unreadable(column.header());
        }
        return partial(cell, column.header());
    }

    private static String partial(String date, String column) {
        try {
            PartialDate.parse(date);
            return date;
        } catch (DateTimeException e) {
            throw unreadable(column);
        }
    }

    /** A year of an era has no meaning by itself where dates are read to the letter. */
    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static FhirProblem unreadable(String column) {
        return FhirProblem.invalid("The cell is not a date", column);
    }
}
