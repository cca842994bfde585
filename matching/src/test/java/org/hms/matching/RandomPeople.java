package org.hms.matching;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hms.matching.normalise.ComparablePerson;

/** People drawn at random from few values, so that they often agree; the same seed draws the same people. */
public final class RandomPeople {
    private static final List<String> GIVEN = List.of(
            "María", "Ma. Elena", "Pepe", "José", "Ña Petrona", "RN de María", "Juan Carlos", "Carlos", "-", "Arasy");
    private static final List<String> FAMILY = List.of(
            "González,Vera",
            "Vera,González",
            "Gonzales",
            "González Vera",
            "de la Cruz",
            "Benítez,-",
            "-",
            "Núñez,Rojas",
            "Nuñes,Roxas",
            "Gonzalez de Vera");
    private static final List<String> DATES =
            List.of("1990-03-01", "1990-01-03", "1990", "1990-01-01", "1900-01-01", "1991-03-01", "1956-12-30", "-");
    private static final List<String> SEXES = List.of("F", "M", "-");
    private static final List<String> NUMBERS = List.of("2.345.671", "2345617", "02345671", "9999999", "20345678", "-");
    private static final List<String> DISTRICTS = List.of("0000", "0101", "0102", "-");
    private static final List<String> PHONES = List.of("+595 981 123456", "0981123456", "000000", "-");
    private static final List<String> MOTHERS = List.of("María Vera", "Elena Rojas", "Ma. Vera", "-");

    private RandomPeople() {}

    /** Seeds for parameterised tests; a failing one is printed with the test's name. */
    public static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(200);
    }

    public static ComparablePerson person(SplittableRandom random) {
        return People.person(Stream.of(GIVEN, FAMILY, DATES, SEXES, NUMBERS, DISTRICTS, PHONES, MOTHERS)
                .map(values -> values.get(random.nextInt(values.size())))
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow());
    }

    /** A word of up to nine letters, from few letters, so that two words are often alike. */
    public static String word(SplittableRandom random) {
        var word = new StringBuilder();
        for (int i = random.nextInt(10); i > 0; i--) {
            word.append("abcgvz".charAt(random.nextInt(6)));
        }
        return word.toString();
    }
}
