package org.hms.matching;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hms.matching.batch.Column;
import org.hms.matching.batch.ColumnKind;
import org.hms.matching.batch.ColumnMapping;
import org.hms.matching.batch.StartModel;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.PartialDate;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Residence;
import org.hms.matching.person.Sex;
import org.hms.matching.score.MatchModel;
import org.jspecify.annotations.Nullable;

/**
 * People of every kind: names of no word to three, mistyped, accented, in another order, initials, pet names, husbands' names;
 * several numbers and telephones; plain text. From few values, so that any two are often alike.
 */
public final class VariedPeople {
    /** A model with relatives and with every comparison that a file can have. */
    public static final MatchModel START = StartModel.of(
            new ColumnMapping(
                    "id",
                    List.of(
                            column("given", ColumnKind.GIVEN_NAME, null),
                            column("family", ColumnKind.FAMILY_NAME, null),
                            column("birth", ColumnKind.BIRTH_DATE, null),
                            column("sex", ColumnKind.SEX, null),
                            column("cedula", ColumnKind.IDENTIFIER, People.CEDULA),
                            column("phone", ColumnKind.PHONE, null),
                            column("mother", ColumnKind.MOTHER_NAME, null),
                            column("town", ColumnKind.PLACE, null),
                            column("mail", ColumnKind.EMAIL, null)),
                    ',',
                    StandardCharsets.UTF_8,
                    Set.of(),
                    false),
            1_000);

    private static final List<String> GIVEN = List.of(
            "María",
            "Elena",
            "José",
            "Pepe",
            "Juan",
            "Carlos",
            "Beto",
            "Roberto",
            "Norberto",
            "Malena",
            "Arasy",
            "Ñeca",
            "Hugo",
            "Ugo",
            "Ana",
            "Aña",
            "Fernanda",
            "J",
            "M",
            "Guadalupe",
            "Lupe",
            "Óscar",
            "Wilson",
            "Ivan",
            "Panambi",
            "Tito",
            "Christopher",
            "Лев");
    private static final List<String> FAMILY = List.of(
            "González",
            "Vera",
            "Bera",
            "Benítez",
            "Venites",
            "Núñez",
            "Nuñes",
            "Rojas",
            "Roxas",
            "Zárate",
            "Paz",
            "Cabañas",
            "Ayala",
            "Gonzalezvera",
            "Li",
            "O'Higgins",
            "San Martín",
            "Cruz",
            "Duarte",
            "Villalba",
            "Billalba",
            "Ximénez",
            "Giménez",
            "Yegros",
            "Bareiro");
    private static final List<String> TOWNS =
            List.of("san lorenzo", "san lorenzo del campo grande", "itauguá", "itaugua", "luque", "areguá", "x");

    private VariedPeople() {}

    private static Column column(String header, ColumnKind kind, @Nullable String system) {
        return new Column(header, kind, null, system);
    }

    public static List<ComparablePerson> people(int count, long seed) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, count).mapToObj(_ -> person(random)).toList();
    }

    public static ComparablePerson person(SplittableRandom random) {
        var mother = random.nextInt(3) == 0 ? null : new PersonName(names(GIVEN, random), names(FAMILY, random), null);
        var district = random.nextInt(3) == 0 ? null : "0" + (1 + random.nextInt(2)) + "0" + (1 + random.nextInt(2));
        var standard = People.MATCHER.standardise(new Demographics(
                List.of(new PersonName(
                        names(GIVEN, random),
                        names(FAMILY, random),
                        random.nextInt(12) == 0 ? pick(FAMILY, random) : null)),
                Sex.values()[random.nextInt(Sex.values().length)],
                new Birth(date(random), null, mother),
                Stream.generate(() -> number(random)).limit(random.nextInt(4)).toList(),
                district == null ? null : new Residence(district.substring(0, 2), district, null),
                Stream.generate(() -> "098112345" + random.nextInt(4))
                        .limit(random.nextInt(3))
                        .toList(),
                false));
        return new ComparablePerson(
                standard.demographics(),
                standard.names(),
                standard.newborn(),
                standard.birthDate(),
                standard.identifiers(),
                standard.phones(),
                standard.mother(),
                random.nextInt(4) == 0
                        ? Map.of()
                        : Map.of("place-town", pick(TOWNS, random), "email-mail", "m" + random.nextInt(9)));
    }

    private static List<String> names(List<String> from, SplittableRandom random) {
        var words = new ArrayList<String>();
        for (int i = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(10) / 4; i > 0; i--) {
            var word = pick(from, random);
            words.add(random.nextInt(4) == 0 ? mistyped(word, random) : word);
        }
        // A source that sends one text leaves its division to the library.
        return random.nextBoolean() && !words.isEmpty() ? List.of(String.join(" ", words)) : words;
    }

    /** A letter left out, doubled, changed, or two changed over. */
    public static String mistyped(String word, SplittableRandom random) {
        if (word.length() < 2) {
            return word + "a";
        }
        int at = random.nextInt(word.length() - 1);
        var typed = new StringBuilder(word);
        return switch (random.nextInt(4)) {
            case 0 -> typed.deleteCharAt(at).toString();
            case 1 -> typed.insert(at, word.charAt(at)).toString();
            case 2 -> typed.replace(at, at + 1, "k").toString();
            default -> typed.deleteCharAt(at).insert(at + 1, word.charAt(at)).toString();
        };
    }

    private static @Nullable PartialDate date(SplittableRandom random) {
        int year = 1970 + random.nextInt(15);
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> new PartialDate(year, null, null);
            case 2 -> new PartialDate(year, 1 + random.nextInt(12), null);
            case 3 -> new PartialDate(year, 1, 1);
            default -> new PartialDate(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
        };
    }

    private static Identifier number(SplittableRandom random) {
        var system = random.nextInt(4) == 0 ? "card" : People.CEDULA;
        var value = Long.toString(2_345_670 + random.nextInt(4));
        return new Identifier(system, random.nextInt(3) == 0 ? mistyped(value, random) : value);
    }

    private static String pick(List<String> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
