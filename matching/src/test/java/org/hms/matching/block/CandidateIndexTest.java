package org.hms.matching.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.matching.People.MATCHER;
import static org.hms.matching.People.person;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.hms.matching.PersonMatcher;
import org.hms.matching.RandomPeople;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.MatchModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CandidateIndexTest {
    private static final String ANA = "Ana María|Benítez,Vera|1990-03-05|F|2345671|0101|0981123456|Rosa Vera";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void whatIsWrittenIsReadBack(long seed) {
        var person = RandomPeople.person(new SplittableRandom(seed));

        assertThat(ComparablePersonCodec.decode(ComparablePersonCodec.encode(person)))
                .isEqualTo(person);
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void whoIsReadAsFarAsIsWeighedWeighsTheSame(long seed) {
        var random = new SplittableRandom(seed);
        var person = RandomPeople.person(random);
        var other = RandomPeople.person(random);
        var weighed = ComparablePersonCodec.decodeWeighed(new Bytes(ComparablePersonCodec.encode(other), 0));

        assertThat(MATCHER.score(person, weighed)).isEqualTo(MATCHER.score(person, other));
        assertThat(weighed.demographics().birth().order())
                .isEqualTo(other.demographics().birth().order());
        assertThat(weighed.demographics().deceased())
                .isEqualTo(other.demographics().deceased());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana María|Vera,Benítez|1990-03-05", "Ana|Venites|1990-05-03", "Hana|Otra|1990-03-05",
                        "Ana|Benítez,Vera|1970-03-05",
                "-|-|-|-|2.345.671", "Ana|Otra|-|-|-|-|+595981123456", "Ana|Benitezvera|-", "RN de Rosa|-|1990-03-05"
            })
    void whoIsWrittenOtherwiseIsFound(String probe) throws IOException {
        try (var index = open()) {
            index.put("a", person(ANA));
            index.put("z", person("Zulma|Duarte,Rojas|1955-12-30"));
            index.refresh();

            assertThat(index.find(person(probe), 10).candidates())
                    .extracting(Candidate::recordId)
                    .containsExactly("a");
        }
    }

    @Test
    void aRecordIsSeenAfterARefreshAndReplacedByItsNextVersion() throws IOException {
        try (var index = open()) {
            index.put("a", person(ANA));
            assertThat(index.get("a")).isEmpty();

            index.refresh();
            assertThat(index.get("a")).contains(person(ANA));

            index.put("a", person("Ana|Rojas|1990-03-05"));
            index.refresh();
            assertThat(index.size()).isEqualTo(1);
            assertThat(index.get("a")).contains(person("Ana|Rojas|1990-03-05"));

            index.remove("a");
            index.refresh();
            assertThat(index.recordIds()).isEmpty();
            assertThat(index.find(person(ANA), 10).candidates()).isEmpty();
        }
    }

    @Test
    void whatIsCommittedOutlivesAClose() throws IOException {
        try (var index = open()) {
            assertThat(index.builtUpTo()).isZero();
            index.put("a", person(ANA));
            index.commit(42);
            index.put("b", person(ANA));
        }
        try (var index = open()) {
            assertThat(index.builtUpTo()).isEqualTo(42);
            assertThat(index.recordIds()).containsExactly("a");

            index.clear();
            assertThat(index.builtUpTo()).isZero();
            assertThat(index.size()).isZero();
        }
    }

    @Test
    void underAnotherModelItStartsEmpty() throws IOException {
        try (var index = open()) {
            index.put("a", person(ANA));
            index.commit(42);
        }
        var other = model(Files.readString(Path.of("../config/match-model.yml")) + "\n# another\n");
        try (var index = CandidateIndex.open(directory, other)) {
            assertThat(index.builtUpTo()).isZero();
            assertThat(index.size()).isZero();
        }
    }

    @Test
    void aDamagedIndexStartsEmpty() throws IOException {
        try (var index = open()) {
            index.put("a", person(ANA));
            index.commit(42);
        }
        try (var files = Files.list(directory)) {
            for (var file : files.filter(path -> path.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        try (var index = open()) {
            assertThat(index.builtUpTo()).isZero();
            index.put("a", person(ANA));
            index.commit(1);
        }
    }

    @Test
    void aBlockAboveItsCapIsReportedAndNotOpened() throws IOException {
        var model = Files.readString(Path.of("../config/match-model.yml"));
        var small = model(model.substring(0, model.indexOf("blocking:"))
                + "blocking:\n  - {rule: all, fields: [birth-year], cap: 2}\n");
        try (var index = CandidateIndex.open(directory, small)) {
            for (var id : new String[] {"a", "b", "c"}) {
                index.put(id, person(ANA));
            }
            index.refresh();

            var found = index.find(person(ANA), 10);

            assertThat(found.candidates()).isEmpty();
            assertThat(found.overflows()).containsExactly(new BlockOverflow("all", 3));
        }
    }

    @Test
    void thoseSharingMostBlocksComeFirstAndTheLimitHolds() throws IOException {
        try (var index = open()) {
            index.put("a", person("Ana|Rojas|1990-03-05"));
            index.put("b", person(ANA));
            index.refresh();

            assertThat(index.find(person(ANA), 1).candidates())
                    .extracting(Candidate::recordId)
                    .containsExactly("b");
            assertThat(index.find(person(ANA), 9).candidates())
                    .extracting(Candidate::recordId)
                    .containsExactly("b", "a");
        }
    }

    @Test
    void aNameAsLongAsAPageIsStillIndexed() throws IOException {
        var page = person("a".repeat(100_000) + "|Vera|1990-03-05");
        try (var index = open()) {
            index.put("a", page);
            index.refresh();

            assertThat(index.find(page, 10).candidates()).hasSize(1);
            assertThat(index.get("a")).contains(page);
        }
    }

    private CandidateIndex open() throws IOException {
        return CandidateIndex.open(directory, MATCHER);
    }

    private static PersonMatcher model(String yaml) {
        return new PersonMatcher(MatchModel.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
    }

    /** Whether a record is still in memory, in the index or in both, is nobody's business. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyHistoryOfChangesIsFoundLikeItsOutcome(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var truth = new TreeMap<String, ComparablePerson>();
        var shipped = Files.readString(Path.of("../config/match-model.yml"));
        // Replaced records count towards a block's size for a while, so that of full blocks nothing can be said.
        var open = model(shipped.replaceAll("cap: \\d+", "cap: 100000"));
        try (var index = CandidateIndex.open(directory.resolve("long"), open);
                var fresh = CandidateIndex.open(directory.resolve("fresh"), open)) {
            for (int change = 1; change <= 9_000; change++) {
                var id = "r" + random.nextInt(3_500);
                if (random.nextInt(8) == 0) {
                    index.remove(id);
                    truth.remove(id);
                } else {
                    var person = RandomPeople.person(random);
                    index.put(id, person);
                    truth.put(id, person);
                }
                if (random.nextInt(20) == 0) {
                    index.refresh();
                }
                if (random.nextInt(1_500) == 0) {
                    index.commit(change);
                }
            }
            index.refresh();
            truth.forEach(fresh::put);
            fresh.refresh();

            assertThat(index.recordIds()).containsExactlyInAnyOrderElementsOf(truth.keySet());
            assertThat(index.size()).isEqualTo(truth.size());
            for (int probe = 0; probe < 300; probe++) {
                var sought = RandomPeople.person(random);
                assertThat(weighed(index.find(sought, 5_000))).isEqualTo(weighed(fresh.find(sought, 5_000)));
                var id = "r" + random.nextInt(3_500);
                assertThat(index.get(id)).isEqualTo(Optional.ofNullable(truth.get(id)));
            }
        }
    }

    /** Of those in memory everything is told, of those in the index what is weighed. */
    private static List<Candidate> weighed(Candidates found) {
        return found.candidates().stream()
                .map(one -> new Candidate(
                        one.recordId(),
                        ComparablePersonCodec.decodeWeighed(new Bytes(ComparablePersonCodec.encode(one.person()), 0))))
                .toList();
    }
}
