package org.hms.matching.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.hms.matching.RandomPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class JaroWinklerTest {

    /** The examples of Winkler's papers. */
    @ParameterizedTest
    @CsvSource({
        "MARTHA, MARHTA, 0.9611",
        "DIXON, DICKSONX, 0.8133",
        "DWAYNE, DUANE, 0.8400",
        "JONES, JOHNSON, 0.8324",
        "SHACKLEFORD, SHACKELFORD, 0.9818",
        "DUNNINGHAM, CUNNIGHAM, 0.8963",
        "NICHLESON, NICHULSON, 0.9556",
        "MASSEY, MASSIE, 0.9333",
        "ABROMS, ABRAMS, 0.9222",
        "JERALDINE, GERALDINE, 0.9259",
        "MICHELLE, MICHAEL, 0.9214",
        "JULIES, JULIUS, 0.9333",
        "TANYA, TONYA, 0.8800",
        "SEAN, SUSAN, 0.8050",
        "JON, JOHN, 0.9333"
    })
    void thePublishedExamplesComeOutAsPublished(String left, String right, double similarity) {
        assertThat(JaroWinkler.similarity(left, right)).isCloseTo(similarity, within(0.00006));
    }

    @Test
    void nothingIsLikeNothingAndUnlikeAnything() {
        assertThat(JaroWinkler.similarity("", "")).isEqualTo(1);
        assertThat(JaroWinkler.similarity("", "ana")).isZero();
        assertThat(JaroWinkler.similarity("abc", "xyz")).isZero();
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void itIsSymmetricAndLiesBetweenNoneAndOne(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 50; i++) {
            var left = RandomPeople.word(random);
            var right = RandomPeople.word(random);
            var similarity = JaroWinkler.similarity(left, right);
            assertThat(similarity).isBetween(0.0, 1.0).isEqualTo(JaroWinkler.similarity(right, left));
            assertThat(similarity == 1).isEqualTo(left.equals(right));
        }
    }

    @Test
    void aTextOfAPageIsComparedByItsBeginning() {
        var page = "a".repeat(10_000);

        assertThat(JaroWinkler.similarity(page, page + "b")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void itIsWhatTheDefinitionSaysOfWordsOfAnyLengthAndScript(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            var left = RandomWords.word(random);
            var right = random.nextBoolean() ? RandomWords.word(random) : RandomWords.mistyped(left, random);
            assertThat(JaroWinkler.similarity(left, right))
                    .as(left + "/" + right)
                    .isCloseTo(byDefinition(left, right), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void askingForAThresholdIsComparingWithIt(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            var left = RandomWords.word(random);
            var right = random.nextBoolean() ? RandomWords.word(random) : RandomWords.mistyped(left, random);
            var similarity = JaroWinkler.similarity(left, right);
            for (var threshold : List.of(0.0, 0.5, 0.8, 0.92, 0.97, 1.0, similarity)) {
                assertThat(JaroWinkler.atLeast(left, right, threshold))
                        .as(left + "/" + right + " at " + threshold)
                        .isEqualTo(similarity >= threshold);
            }
        }
    }

    /** Jaro's matching and Winkler's prefix with lists, walking the shorter, then the lesser word. */
    private static double byDefinition(String left, String right) {
        if (left.equals(right)) {
            return 1;
        }
        var inOrder = left.length() < right.length() || left.length() == right.length() && left.compareTo(right) < 0;
        var shorter = cut(inOrder ? left : right);
        var longer = cut(inOrder ? right : left);
        int window = Math.max(0, longer.length() / 2 - 1);
        var taken = new TreeSet<Integer>();
        var matched = new StringBuilder();
        for (int i = 0; i < shorter.length(); i++) {
            for (int j = Math.max(0, i - window); j < Math.min(longer.length(), i + window + 1); j++) {
                if (!taken.contains(j) && shorter.charAt(i) == longer.charAt(j)) {
                    taken.add(j);
                    matched.append(shorter.charAt(i));
                    break;
                }
            }
        }
        double matches = matched.length();
        if (matches == 0) {
            return 0;
        }
        int outOfOrder = 0;
        int at = 0;
        for (int j : taken) {
            outOfOrder += matched.charAt(at++) == longer.charAt(j) ? 0 : 1;
        }
        double jaro =
                (matches / shorter.length() + matches / longer.length() + (matches - outOfOrder / 2.0) / matches) / 3;
        int prefix = 0;
        while (prefix < Math.min(4, shorter.length()) && left.charAt(prefix) == right.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }

    private static String cut(String word) {
        return word.length() <= 64 ? word : word.substring(0, 64);
    }
}
