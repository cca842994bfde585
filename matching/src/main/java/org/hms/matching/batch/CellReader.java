package org.hms.matching.batch;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.hms.matching.normalise.ComparableDate;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.normalise.Standardiser;
import org.hms.matching.normalise.Words;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.PartialDate;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Sex;
import org.hms.matching.table.ValuePools;
import org.jspecify.annotations.Nullable;

/** Reads the texts of cells, each distinct text once. Thread-safe. */
final class CellReader implements ValuePools.Readers {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{Nd}@.]+");
    private static final String PART = "\u0001";
    private static final String FEMALE = "f";
    private static final char DATE_PARTS = '\uFFFF';

    private final Standardiser standardiser = new Standardiser();
    private final List<DatePattern> dates;
    /** Of placeholders such as "RN de Elena" the mother they name. */
    private final ConcurrentHashMap<String, ComparableName> mothersOfNewborns = new ConcurrentHashMap<>();

    CellReader(ColumnMapping mapping) {
        dates = mapping.columns().stream()
                .map(column -> new DatePattern(column.format()))
                .toList();
    }

    @Override
    public @Nullable Words given(String text) {
        var person = person(new PersonName(List.of(text), List.of(), null), Sex.UNKNOWN);
        var mother = person.mother();
        if (person.newborn() && mother != null && !mother.given().isEmpty()) {
            mothersOfNewborns.put(text, mother);
        }
        return person.names().isEmpty() ? null : person.names().getFirst().given();
    }

    /** What stands for a newborn's mother in place of a cell; empty where the given name says nothing of her. */
    String motherOfNewborn(String given) {
        return mothersOfNewborns.containsKey(given) ? given : "";
    }

    static String family(boolean female, String married, List<String> parts) {
        return (female ? FEMALE : "m") + married + PART + String.join(PART, parts);
    }

    @Override
    public @Nullable ComparableName family(String text) {
        var parts = new ArrayList<>(Arrays.asList(text.substring(1).split(PART)));
        var married = parts.removeFirst();
        var person = person(
                new PersonName(List.of(), parts, married.isEmpty() ? null : married),
                text.startsWith(FEMALE) ? Sex.FEMALE : Sex.UNKNOWN);
        return person.names().isEmpty() ? null : person.names().getFirst();
    }

    /** The mother whom a newborn's placeholder names. */
    @Override
    public @Nullable ComparableName mother(String text) {
        return mothersOfNewborns.get(text);
    }

    private ComparablePerson person(PersonName name, Sex sex) {
        return standardiser.standardise(
                new Demographics(List.of(name), sex, Birth.UNKNOWN, List.of(), null, List.of(), false));
    }

    static String birth(String[] parts) {
        return DATE_PARTS + String.join(PART, parts);
    }

    @Override
    public @Nullable ComparableDate birth(String text) {
        PartialDate date;
        if (text.charAt(0) == DATE_PARTS) {
            var parts = text.substring(1).split(PART, 3);
            date = DatePattern.date(number(parts[0]), number(parts[1]), number(parts[2]));
        } else {
            date = dates.get(text.charAt(0)).read(text.substring(1));
        }
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
    @Override
    public @Nullable Sex sex(String text) {
        var word = fold(text);
        if (word.startsWith("f") || word.startsWith("w") || word.startsWith("muj") || word.equals("2")) {
            return Sex.FEMALE;
        }
        boolean male = word.startsWith("m") || word.startsWith("h") || word.startsWith("v") || word.equals("1");
        return male ? Sex.MALE : null;
    }

    @Override
    public @Nullable String attribute(String text) {
        var folded = fold(text);
        return folded.isEmpty() ? null : folded;
    }

    static String fold(String text) {
        var letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return GAPS.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
