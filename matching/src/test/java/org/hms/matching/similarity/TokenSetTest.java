package org.hms.matching.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class TokenSetTest {

    @ParameterizedTest
    @CsvSource({
        "barrio sajonia asuncion, asuncion sajonia barrio, 1, 1",
        "san lorenzo, san lorenzo del campo grande, 0.4, 1",
        "villa elisa, villa hayes, 0.3333, 0.5",
        "sajonia sajonia, sajonia, 1, 1",
        "'', '', 1, 1",
        "'', sajonia, 0, 0"
    })
    void wordsCountInWhateverOrder(String left, String right, double similarity, double overlap) {
        assertThat(TokenSet.similarity(left, right)).isCloseTo(similarity, within(0.0001));
        assertThat(TokenSet.overlap(left, right)).isCloseTo(overlap, within(0.0001));
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void itIsTheCommonPartOfTheTwoSets(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 30; i++) {
            var left = text(random);
            var right = text(random);
            var common = new HashSet<>(words(left));
            common.retainAll(words(right));
            var all = new HashSet<>(words(left));
            all.addAll(words(right));
            double expected = all.isEmpty() ? 1 : (double) common.size() / all.size();
            assertThat(TokenSet.similarity(left, right))
                    .isEqualTo(expected)
                    .isEqualTo(TokenSet.similarity(right, left));
            assertThat(TokenSet.overlap(left, right)).isBetween(TokenSet.similarity(left, right), 1.0);
        }
    }

    private static String text(SplittableRandom random) {
        return random.ints(random.nextInt(8), 0, 6)
                .mapToObj(word -> "abc  d".substring(word % 3, word % 3 + 1 + word / 3))
                .collect(Collectors.joining(" "));
    }

    private static Set<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }
}
