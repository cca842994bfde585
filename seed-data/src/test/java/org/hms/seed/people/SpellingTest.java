package org.hms.seed.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpellingTest {

    @Test
    void aNameIsSpeltByEar() {
        assertThat(variants("Benítez")).contains("Venítez", "Benítes");
        assertThat(variants("Giménez")).contains("Jiménez");
        assertThat(variants("Villalba")).contains("Viyalba");
        assertThat(variants("Ana")).containsExactly("Ana");
    }

    @Test
    void accentsAreDroppedButTheEñeStays() {
        assertThat(Spelling.withoutAccents("Núñez Agüero")).isEqualTo("Nuñez Aguero");
        assertThat(Spelling.withoutTilde("Núñez")).isEqualTo("Núnez");
    }

    @Test
    void aTypingErrorKeepsTheFirstLetter() {
        var random = new SplittableRandom(1);

        assertThat(IntStream.range(0, 200).mapToObj(i -> Spelling.mistyped("Ramírez", random)))
                .allMatch(word -> word.startsWith("R"))
                .allMatch(word -> Math.abs(word.length() - 7) <= 1);
    }

    private static Set<String> variants(String word) {
        var random = new SplittableRandom(1);
        return IntStream.range(0, 200)
                .mapToObj(i -> Spelling.variant(word, random))
                .collect(Collectors.toSet());
    }
}
