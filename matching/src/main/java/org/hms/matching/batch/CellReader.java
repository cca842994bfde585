package org.hms.matching.batch;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.hms.matching.normalise.ComparableDate;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.normalise.Standardiser;
import org.hms.matching.normalise.SurnamePart;
import org.hms.matching.normalise.Words;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.PartialDate;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Sex;
import org.jspecify.annotations.Nullable;

/** Reads the texts of cells. Thread-safe. */
final class CellReader {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{Nd}@.]+");

    private final Standardiser standardiser = new Standardiser();
    private final List<DatePattern> dates;
    private final ConcurrentHashMap<String, SurnamePart> surnames = new ConcurrentHashMap<>();

    CellReader(ColumnMapping mapping) {
        dates = mapping.columns().stream()
                .map(column -> new DatePattern(column.format()))
                .toList();
    }

    /** Null for placeholders. */
    @Nullable
    Words given(String text) {
        var person = named(text);
        return person.names().isEmpty() ? null : person.names().getFirst().given();
    }

    /** The mother whom a newborn's placeholder names in place of given names; null where it names none. */
    @Nullable
    ComparableName motherOfNewborn(String given) {
        var person = named(given);
        var mother = person.mother();
        return person.newborn() && mother != null && !mother.given().isEmpty() ? mother : null;
    }

    private ComparablePerson named(String given) {
        return standardiser.standardise(new Demographics(
                List.of(new PersonName(List.of(given), List.of(), null)),
                Sex.UNKNOWN,
                Birth.UNKNOWN,
                List.of(),
                null,
                List.of(),
                false));
    }

    /** Each part is taken apart once, in however many names it stands; null where all are placeholders. */
    @Nullable
    ComparableName surnames(String[] each, int count, String married, boolean female) {
        var parts = new ArrayList<SurnamePart>(count);
        for (int i = 0; i < count; i++) {
            parts.add(part(each[i]));
        }
        var husbands = married.isEmpty() ? null : part(married);
        var name = Standardiser.surnames(parts, husbands, female);
        return name.isEmpty() ? null : name;
    }

    private SurnamePart part(String text) {
        var known = surnames.get(text);
        return known == null ? surnames.computeIfAbsent(text, SurnamePart::of) : known;
    }

    @Nullable
    ComparableDate birth(int column, String text) {
        return comparable(dates.get(column).read(text));
    }

    /** @param parts year, month and day, each from a cell of its own */
    @Nullable
    ComparableDate birth(String[] parts) {
        return comparable(DatePattern.date(number(parts[0]), number(parts[1]), number(parts[2])));
    }

    private @Nullable ComparableDate comparable(@Nullable PartialDate date) {
        return standardiser
                .standardise(new Demographics(
                        List.of(), Sex.UNKNOWN, new Birth(date, null, null), List.of(), null, List.of(), false))
                .birthDate();
    }

    private static int number(String cell) {
        try {
            return Integer.parseInt(cell.strip());
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /** The words of several languages begin alike: f, female, femenino, mujer, w; m, male, masculino, hombre, varón. */
    @Nullable
    Sex sex(String text) {
        var word = fold(text);
        if (word.startsWith("f") || word.startsWith("w") || word.startsWith("muj") || word.equals("2")) {
            return Sex.FEMALE;
        }
        boolean male = word.startsWith("m") || word.startsWith("h") || word.startsWith("v") || word.equals("1");
        return male ? Sex.MALE : null;
    }

    @Nullable
    String attribute(String text) {
        var folded = fold(text);
        return folded.isEmpty() ? null : folded;
    }

    static String fold(String text) {
        var letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return GAPS.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
