package org.hms.matching.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.hms.matching.People;
import org.hms.matching.VariedPeople;
import org.hms.matching.normalise.ComparableDate;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.Sex;
import org.hms.matching.score.BirthDateComparison;
import org.hms.matching.score.Comparison;
import org.hms.matching.score.IdentifierComparison;
import org.hms.matching.score.PhoneComparison;
import org.hms.matching.similarity.EditDistance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers and dates are compared packed; they must come to what their texts come to. */
final class NumbersAndDatesTest {
    private static final List<Comparison<?>> COMPARISONS = VariedPeople.START.comparisons();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void packedNumbersReachTheLevelOfTheirTexts(long seed) {
        var random = new SplittableRandom(seed);
        var people = new ArrayList<ComparablePerson>();
        var value = number(random);
        for (int i = 0; i < 120; i++) {
            value = switch (random.nextInt(4)) {
                case 0 -> number(random);
                case 1 -> value;
                default -> withoutZeros(VariedPeople.mistyped(value, random));
            };
            var system = random.nextInt(5) == 0 ? "card" : People.CEDULA;
            people.add(person(null, List.of(new Identifier(system, value)), List.of(value)));
        }
        var table = People.table(people);

        assertLevels(IdentifierComparison.class, table);
        assertLevels(PhoneComparison.class, table);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aCodeKeepsItsTextAndKnowsWhatIsMistyped(long seed) {
        var random = new SplittableRandom(seed);
        var codes = new Codes();
        for (int i = 0; i < 2_000; i++) {
            var value = number(random);
            var other = withoutZeros(
                    random.nextBoolean() ? VariedPeople.mistyped(value, random) : changedTwice(value, random));
            long code = codes.of(value);
            long otherCode = codes.of(other);

            assertThat(codes.text(code)).isEqualTo(value);
            assertThat(code == otherCode).isEqualTo(value.equals(other));
            assertThat(code).isNotZero();
            if (code != otherCode) {
                boolean mistyped =
                        Math.min(value.length(), other.length()) >= 6 && EditDistance.atMostOne(value, other);
                assertThat(codes.mistyped(code, otherCode))
                        .as("%s, %s", value, other)
                        .isEqualTo(mistyped);
                assertThat(codes.mistyped(otherCode, code)).isEqualTo(mistyped);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "123456, 123457, true",
        "123456, 213456, true",
        "123456, 321456, false",
        "123456, 12345, false",
        "123456, 1234567, true",
        "123456, 1123456, true",
        "999999999999999, 999999999999998, true",
        "999999999999999, 9999999999999999, true",
        "1234567890123456, 1234567890123465, true",
        "12345X, 123456, true",
        "12345, 12346, false",
        "110000, 101000, true",
        "100001, 200002, false"
    })
    void oneSlipOfThePenIsTold(String a, String b, boolean mistyped) {
        var codes = new Codes();

        assertThat(codes.mistyped(codes.of(a), codes.of(b))).isEqualTo(mistyped);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void datesAsDigitsReachTheLevelOfTheDates(long seed) {
        var random = new SplittableRandom(seed);
        var people = new ArrayList<ComparablePerson>();
        for (int i = 0; i < 120; i++) {
            int month = random.nextInt(13);
            int day = month == 0 || random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(28);
            var date = new ComparableDate(1960 + random.nextInt(30), month, day);
            people.add(person(random.nextInt(20) == 0 ? null : date, List.of(), List.of()));
        }

        assertLevels(BirthDateComparison.class, People.table(people));
    }

    private static String number(SplittableRandom random) {
        var letters = random.nextInt(5) == 0 ? "0123456789AX" : "0123456789";
        var number = new StringBuilder("123456789".substring(random.nextInt(9)).substring(0, 1));
        for (int i = random.nextInt(19); i > 0; i--) {
            number.append(letters.charAt(random.nextInt(letters.length())));
        }
        return number.toString();
    }

    private static String changedTwice(String value, SplittableRandom random) {
        return VariedPeople.mistyped(VariedPeople.mistyped(value, random), random);
    }

    /** As the standardiser leaves numbers. */
    private static String withoutZeros(String value) {
        var stripped = value.replaceFirst("^0+", "").replace('k', '7');
        return stripped.isEmpty() ? "1" : stripped;
    }

    private static ComparablePerson person(
            @Nullable ComparableDate birth, List<Identifier> identifiers, List<String> phones) {
        return new ComparablePerson(
                new Demographics(List.of(), Sex.UNKNOWN, Birth.UNKNOWN, List.of(), null, List.of(), false),
                List.of(),
                false,
                birth,
                identifiers,
                phones,
                null);
    }

    private static void assertLevels(Class<?> type, PersonTable table) {
        int place = 0;
        while (!type.isInstance(COMPARISONS.get(place))) {
            place++;
        }
        var reader = new PairLevels(COMPARISONS, table).reader();
        for (int left = 0; left < table.size(); left++) {
            for (int right = 0; right < table.size(); right++) {
                var a = table.person(left);
                var b = table.person(right);

                assertThat(reader.level(place, left, right))
                        .as("%s and %s", a, b)
                        .isEqualTo(level(COMPARISONS.get(place), a, b));
            }
        }
    }

    /** Of people who have one value each. */
    private static <V> int level(Comparison<V> comparison, ComparablePerson a, ComparablePerson b) {
        return comparison.values(a).isEmpty() || comparison.values(b).isEmpty()
                ? Comparison.SILENT
                : comparison.level(
                        comparison.values(a).getFirst(), comparison.values(b).getFirst());
    }
}
