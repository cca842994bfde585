package org.hms.matching.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hms.matching.People;
import org.hms.matching.VariedPeople;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.normalise.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told without a look at the letters must be what the letters say. */
final class QuickLevelsTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void quickLevelsAreTheLevelsOfTheValuesOrUnknown(long seed) {
        var people = VariedPeople.people(150, seed);
        var comparisons = new ArrayList<>(VariedPeople.START.comparisons());
        comparisons.addAll(People.MATCHER.model().comparisons());
        for (var comparison : comparisons) {
            assertQuick(comparison, people);
        }
    }

    /** Words of few letters, so that one is often nearly another. */
    @ParameterizedTest
    @MethodSource("seeds")
    void soAreThoseOfWordsThatAreAllButTheSame(long seed) {
        var random = new SplittableRandom(seed);
        var each = List.copyOf(alikeWords(random));
        var names = new ArrayList<Words>();
        for (int i = 0; i < each.size(); i++) {
            var second = each.get(random.nextInt(each.size()));
            names.add(Words.of(random.nextInt(3) == 0 ? List.of(each.get(i)) : List.of(each.get(i), second)));
        }
        for (var comparison : VariedPeople.START.comparisons()) {
            switch (comparison) {
                case GivenNameComparison given -> assertAgree(given, names);
                case SurnamesComparison surnames ->
                    assertAgree(
                            surnames,
                            names.stream()
                                    .map(name -> new ComparableName(Words.NONE, name, null))
                                    .toList());
                case MotherComparison mother ->
                    assertAgree(
                            mother,
                            names.stream()
                                    .map(name -> new ComparableName(name, name, null))
                                    .toList());
                case TextComparison text -> assertAgree(text, each);
                default -> {
                    // Says nothing quickly.
                }
            }
        }
    }

    private static Set<String> alikeWords(SplittableRandom random) {
        var words = new LinkedHashSet<String>();
        while (words.size() < 120) {
            var word = random.ints(1 + random.nextInt(9), 0, 5)
                    .mapToObj(letter -> "abnsé".substring(letter, letter + 1))
                    .reduce("", String::concat);
            words.add(word);
            words.add(VariedPeople.mistyped(word, random));
            if (random.nextInt(30) == 0) {
                words.add(word.repeat(12));
            }
        }
        return words;
    }

    private static <V> void assertQuick(Comparison<V> comparison, List<ComparablePerson> people) {
        int decided = assertAgree(
                comparison,
                people.stream().flatMap(person -> values(comparison, person)).toList());
        if (comparison instanceof GivenNameComparison || comparison instanceof SurnamesComparison) {
            assertThat(decided).as(comparison.name()).isPositive();
        }
    }

    /** A table keeps surnames without given names. */
    @SuppressWarnings("unchecked") // The surnames' values are names.
    private static <V> Stream<V> values(Comparison<V> comparison, ComparablePerson person) {
        return comparison instanceof SurnamesComparison
                ? person.names().stream().map(name -> (V) new ComparableName(Words.NONE, name.family(), name.married()))
                : comparison.values(person).stream();
    }

    /** Counts the pairs that were told apart or together without a look at their letters. */
    private static <V> int assertAgree(Comparison<V> comparison, List<V> all) {
        var values = all.stream().distinct().toList();
        var quick = comparison.quick(values);
        int decided = 0;
        for (int a = 0; a < values.size(); a++) {
            for (int b = 0; b < values.size(); b++) {
                int told = a == b ? QuickLevels.UNKNOWN : quick.level(a, b);
                if (told != QuickLevels.UNKNOWN) {
                    assertThat(told)
                            .as("%s of %s and %s", comparison.name(), values.get(a), values.get(b))
                            .isEqualTo(comparison.level(values.get(a), values.get(b)));
                    decided++;
                }
            }
        }
        return decided;
    }
}
