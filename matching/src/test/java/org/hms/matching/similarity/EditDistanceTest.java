package org.hms.matching.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.hms.matching.RandomPeople;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({"gonzalez, gonzales, 1", "vera, evra, 1", "ca, abc, 3", "'', abc, 3", "benitez, benitez, 0"})
    void editsAreCountedAsClerksMakeThem(String left, String right, int edits) {
        assertThat(EditDistance.between(left, right)).isEqualTo(edits);
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void theFastWaysAgreeWithTheDefinition(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 20; i++) {
            var left = RandomPeople.word(random);
            var right = random.nextBoolean() ? RandomPeople.word(random) : edited(left, random);
            var distance = byDefinition(left, right, left.length(), right.length());
            assertThat(EditDistance.between(left, right)).as(left + "/" + right).isEqualTo(distance);
            assertThat(EditDistance.atMostOne(left, right))
                    .as(left + "/" + right)
                    .isEqualTo(distance <= 1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void theBitParallelWayAgreesWithTheTableForWordsOfAnyLengthAndScript(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 20; i++) {
            var left = RandomWords.word(random);
            var right = random.nextBoolean() ? RandomWords.word(random) : RandomWords.mistyped(left, random);
            var distance = byTable(left, right);
            assertThat(EditDistance.between(left, right)).as(left + "/" + right).isEqualTo(distance);
            assertThat(EditDistance.between(right, left)).as(left + "/" + right).isEqualTo(distance);
            assertThat(EditDistance.atMostOne(left, right))
                    .as(left + "/" + right)
                    .isEqualTo(distance <= 1);
        }
    }

    private static int byTable(String left, String right) {
        var table = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : cell(table, left, right, i, j);
            }
        }
        return table[left.length()][right.length()];
    }

    private static int cell(int[][] table, String left, String right, int i, int j) {
        int same = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int best = Math.min(table[i - 1][j - 1] + same, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        boolean transposed = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return transposed ? Math.min(best, 1 + table[i - 2][j - 2]) : best;
    }

    private static String edited(String word, SplittableRandom random) {
        if (word.length() < 2) {
            return word + "z";
        }
        int at = random.nextInt(word.length() - 1);
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            default -> word.substring(0, at) + "v" + word.substring(at);
        };
    }

    private static int byDefinition(String left, String right, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        if (left.charAt(i - 1) == right.charAt(j - 1)) {
            return byDefinition(left, right, i - 1, j - 1);
        }
        int best = 1
                + Math.min(
                        byDefinition(left, right, i - 1, j - 1),
                        Math.min(byDefinition(left, right, i - 1, j), byDefinition(left, right, i, j - 1)));
        boolean transposed = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return transposed ? Math.min(best, 1 + byDefinition(left, right, i - 2, j - 2)) : best;
    }
}
