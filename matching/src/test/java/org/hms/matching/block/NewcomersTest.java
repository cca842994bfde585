package org.hms.matching.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.matching.People.MATCHER;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.hms.matching.RandomPeople;
import org.hms.matching.normalise.ComparablePerson;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class NewcomersTest {
    private static final int PEOPLE = 60;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void theyAreFoundByTheBlocksThatTheIndexFilesThemUnder(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var people = new HashMap<String, ComparablePerson>();
        for (int i = 0; i < PEOPLE; i++) {
            people.put("r" + i, RandomPeople.person(random));
        }
        var newcomers = new Newcomers(MATCHER.model().blockingRules(), people);
        try (var index = CandidateIndex.open(directory, MATCHER)) {
            people.forEach(index::put);
            index.refresh();

            for (var one : people.entrySet()) {
                var indexed = index.find(one.getValue(), PEOPLE).candidates().stream()
                        .map(Candidate::recordId)
                        .collect(Collectors.toSet());
                assertThat(newcomers.near(one.getKey())).containsExactlyInAnyOrderElementsOf(indexed);
            }
        }
    }
}
