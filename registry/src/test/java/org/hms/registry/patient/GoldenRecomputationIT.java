package org.hms.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hms.matching.PersonMatcher;
import org.hms.matching.score.MatchModel;
import org.hms.registry.Foundation;
import org.hms.registry.RegistryConfiguration;
import org.hms.registry.quality.RandomFeed;
import org.hms.registry.quality.TestFoundation;
import org.hms.rules.survivorship.Authorities;
import org.hms.rules.survivorship.SurvivorshipPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A golden record is at any time what its members of that time make of it, and nothing else. */
final class GoldenRecomputationIT {

    private static final Map<String, List<String>> AUTHORITIES =
            Map.of("name", List.of("border-hospital", "ips"), "residence", List.of("private-net"));

    @TempDir
    private static Path data;

    private static Foundation foundation;
    private static GoldenRecords golden;

    @BeforeAll
    static void open() throws Exception {
        var configuration = new RegistryConfiguration();
        configuration.setAuthorities(AUTHORITIES);
        foundation = TestFoundation.open(data, configuration);
        var matcher = new PersonMatcher(MatchModel.read(TestFoundation.MODEL));
        golden = new GoldenRecords(
                new SurvivorshipPolicy(new Authorities(AUTHORITIES)),
                said -> matcher.standardise(said).newborn());
    }

    @AfterAll
    static void close() {
        foundation.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void theGoldenRecordIsItsRecomputationFromTheMembers(long seed) {
        TestFoundation.forgetEveryone(foundation);
        var feed = new RandomFeed(seed);
        for (int group = 0; group < 40; group++) {
            foundation.feed().accept(feed.group());
        }

        var wrong = persons().stream().filter(eid -> !isRecomputed(eid)).toList();

        assertThat(persons()).as("seed %d", seed).hasSizeGreaterThan(5);
        assertThat(wrong).as("seed %d", seed).isEmpty();
    }

    @Test
    void eachValueIsOfAMemberAndNoneOfARecordThatLeft() {
        TestFoundation.forgetEveryone(foundation);
        var feed = new RandomFeed(24);
        for (int group = 0; group < 40; group++) {
            foundation.feed().accept(feed.group());
        }

        for (var eid : persons()) {
            var person = foundation.index().findPerson(eid).orElseThrow();
            var versions = person.members().stream().collect(Collectors.toMap(SourceRecord::id, SourceRecord::version));
            var said = new HashSet<Object>();
            person.members().forEach(member -> {
                said.addAll(member.demographics().identifiers());
                said.addAll(member.demographics().phones());
            });
            assertThat(person.golden().provenance())
                    .allSatisfy(
                            value -> assertThat(versions).containsEntry(value.sourceRecord(), value.recordVersion()));
            assertThat(said).containsAll(person.golden().demographics().identifiers());
            assertThat(said).containsAll(person.golden().demographics().phones());
        }
    }

    @Test
    void aValueThatAFormerMemberLeftBehindIsFound() {
        TestFoundation.forgetEveryone(foundation);
        foundation.feed().accept(new RandomFeed(25).group());
        var eid = persons().getFirst();
        assertThat(isRecomputed(eid)).isTrue();

        foundation
                .database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE golden_record SET content = jsonb_set(content, '{demographics,phones}', '[\"0985000111\"]')"
                                + " WHERE eid = ?",
                        eid));

        assertThat(isRecomputed(eid)).isFalse();
    }

    private static boolean isRecomputed(String eid) {
        var sources = foundation.patients().sources().stream()
                .collect(Collectors.toMap(SourceSystem::id, Function.identity()));
        var person = foundation.index().findPerson(eid).orElseThrow();
        return golden.of(eid, 1, person.members(), sources, Instant.EPOCH).saysTheSameAs(person.golden());
    }

    private static List<String> persons() {
        return foundation
                .database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT eid FROM person WHERE active ORDER BY eid")
                        .mapTo(String.class)
                        .list());
    }
}
