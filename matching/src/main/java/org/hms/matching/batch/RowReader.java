package org.hms.matching.batch;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.normalise.Standardiser;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.PartialDate;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Sex;
import org.jspecify.annotations.Nullable;

/** Makes a comparable person of one row. Thread-safe. */
final class RowReader {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{Nd}@.]+");

    /** A column, where it stands in the row, and how its dates are written. */
    private record Place(Column column, int position, DatePattern dates, String attribute) {}

    private final List<Place> places = new ArrayList<>();
    private final int id;
    private final ColumnMapping mapping;
    private final Standardiser standardiser = new Standardiser();
    private final WordPool pool;

    RowReader(ColumnMapping mapping, List<String> header, WordPool pool) {
        this.mapping = mapping;
        this.pool = pool;
        id = position(header, mapping.id());
        for (var column : mapping.columns()) {
            places.add(new Place(
                    column,
                    position(header, column.header()),
                    new DatePattern(column.format()),
                    column.attribute().intern()));
        }
    }

    private static int position(List<String> header, String name) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).strip().equals(name)) {
                return i;
            }
        }
        throw new InvalidColumns(name, "is no column of the file");
    }

    /** The record's id; empty where the row has none. */
    String id(CsvRecord row) {
        return id < row.getFieldCount() ? row.getField(id).strip() : "";
    }

    ComparablePerson person(CsvRecord row) {
        var cells = new Cells();
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            var cell = place.position() < row.getFieldCount()
                    ? row.getField(place.position()).strip()
                    : "";
            if (!cell.isEmpty() && !mapping.missing().contains(cell)) {
                cells.take(place, cell);
            }
        }
        return pool.slim(standardiser.standardise(cells.demographics()), cells.attributes);
    }

    /** What the cells of one row say, gathered. */
    private static final class Cells {
        private final List<String> given = new ArrayList<>(2);
        private final List<String> family = new ArrayList<>(2);
        private final List<PersonName> whole = new ArrayList<>(1);
        private final List<String> married = new ArrayList<>(1);
        private final List<PersonName> mother = new ArrayList<>(1);
        private final List<Identifier> identifiers = new ArrayList<>(2);
        private final List<String> phones = new ArrayList<>(1);
        private final List<PartialDate> dates = new ArrayList<>(1);
        private final List<Sex> sexes = new ArrayList<>(1);
        private final int[] dateParts = new int[3];
        private final Map<String, String> attributes = new HashMap<>();

        private void take(Place place, String cell) {
            switch (place.column().kind()) {
                case GIVEN_NAME -> given.add(cell);
                case FAMILY_NAME, FIRST_FAMILY_NAME, SECOND_FAMILY_NAME -> family.add(cell);
                case MARRIED_NAME -> married.add(cell);
                case FULL_NAME -> whole.add(FullName.of(cell));
                case BIRTH_DATE -> add(dates, place.dates().read(cell));
                case BIRTH_YEAR -> dateParts[0] = number(cell);
                case BIRTH_MONTH -> dateParts[1] = number(cell);
                case BIRTH_DAY -> dateParts[2] = number(cell);
                case SEX -> sexes.add(sex(cell));
                case IDENTIFIER -> {
                    var system = place.column().system();
                    identifiers.add(
                            new Identifier(system == null ? place.column().header() : system, cell));
                }
                case PHONE -> phones.add(cell);
                case MOTHER_NAME -> mother.add(FullName.of(cell));
                case PLACE, POSTCODE, EMAIL, FATHER_NAME, CATEGORY, TEXT -> {
                    var text = fold(cell);
                    if (!text.isEmpty()) {
                        attributes.put(place.attribute(), text);
                    }
                }
            }
        }

        private Demographics demographics() {
            var names = new ArrayList<>(whole);
            if (!given.isEmpty() || !family.isEmpty() || !married.isEmpty()) {
                names.add(new PersonName(given, family, married.isEmpty() ? null : married.getFirst()));
            }
            var date = dates.isEmpty() ? DatePattern.date(dateParts[0], dateParts[1], dateParts[2]) : dates.getFirst();
            return new Demographics(
                    names,
                    sexes.isEmpty() ? Sex.UNKNOWN : sexes.getFirst(),
                    new Birth(date, null, mother.isEmpty() ? null : mother.getFirst()),
                    identifiers,
                    null,
                    phones,
                    false);
        }

        private static void add(List<PartialDate> dates, @Nullable PartialDate date) {
            if (date != null) {
                dates.add(date);
            }
        }
    }

    /** The words of several languages begin alike: f, female, femenino, mujer, w; m, male, masculino, hombre, varón. */
    private static Sex sex(String cell) {
        var word = fold(cell);
        if (word.startsWith("f") || word.startsWith("w") || word.startsWith("muj") || word.equals("2")) {
            return Sex.FEMALE;
        }
        boolean male = word.startsWith("m") || word.startsWith("h") || word.startsWith("v") || word.equals("1");
        return male ? Sex.MALE : Sex.UNKNOWN;
    }

    private static int number(String cell) {
        try {
            return Integer.parseInt(cell);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    static String fold(String text) {
        var letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return GAPS.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
