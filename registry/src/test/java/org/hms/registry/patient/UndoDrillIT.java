package org.hms.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.dropwizard.logging.common.BootstrapLogging;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Sex;
import org.hms.matching.score.MatchModel;
import org.hms.registry.Foundation;
import org.hms.registry.RegistryConfiguration.Stewards;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.rules.linkage.Action;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand acts, done and withdrawn in any order: at the end all is as if they had never been. */
final class UndoDrillIT {

    private static final int ACTS = 1_000;
    private static final int LOOK_EVERY = 100;

    /** Half of the acts tried may be refused; so many that hundreds still count when the walk ends. */
    private static final int ACTS_TO_ONE_WITHDRAWN = 4;

    private static final double REVIEW_WEIGHT =
            MatchModel.read(Path.of("../config/match-model.yml")).thresholds().reviewWeight();
    private static final Caller STEWARD = new Caller("drill", Role.STEWARD);

    @TempDir
    private static Path data;

    private static Foundation foundation;

    private final Random random = new Random(20261123);
    private final List<Long> live = new ArrayList<>();
    private int refused;

    @BeforeAll
    static void open() {
        BootstrapLogging.bootstrap(Level.WARN);
        foundation = SyntheticFeed.open(data, new Stewards(1_000, 0));
        foundation.feed().accept(SyntheticFeed.records(4, 400));
    }

    /** A test that failed midway leaves its acts to nobody else. */
    @AfterEach
    void withdrawWhatIsLeft() {
        while (!live.isEmpty()) {
            withdrawAny();
        }
    }

    @AfterAll
    static void close() {
        foundation.close();
    }

    @Test
    void aThousandActsWithdrawnLeaveNothingBehind() {
        var before = IndexState.of(foundation);
        int done = 0;
        while (done < ACTS) {
            if (live.isEmpty() || random.nextInt(ACTS_TO_ONE_WITHDRAWN + 1) < ACTS_TO_ONE_WITHDRAWN) {
                boolean did = act();
                done += did ? 1 : 0;
                if (did && done % LOOK_EVERY == 0) {
                    assertWhole();
                }
            } else {
                withdrawAny();
            }
        }
        var amid = IndexState.of(foundation);
        assertThat(live).hasSizeGreaterThan(100);
        assertThat(amid.memberships()).isNotEqualTo(before.memberships());
        assertThat(amid.partition()).as("incremental equals recomputation").isEqualTo(recomputed());
        while (!live.isEmpty()) {
            withdrawAny();
        }

        var after = IndexState.of(foundation);

        assertThat(after.memberships()).isEqualTo(before.memberships());
        assertThat(after.golden()).isEqualTo(before.golden());
        assertThat(after.openTasks()).containsExactlyInAnyOrderElementsOf(before.openTasks());
        assertThat(refused).as("contradictions met on the way").isPositive();
        assertThat(count("SELECT count(*) FROM home")).isZero();
        assertThat(count("SELECT count(*) FROM decision WHERE withdrawn_at IS NULL"))
                .isZero();
        assertWhole();
    }

    /** Sources send on and correct themselves while acts count: withdrawn, the state is what the records alone lead to. */
    @Test
    void actsWithdrawnAfterFeedsAndCorrectionsLeaveWhatTheRecordsAloneLeadTo() {
        var records = SyntheticFeed.records(9, 240);
        for (int from = 0; from < records.size(); from += 40) {
            foundation.feed().accept(records.subList(from, from + 40));
            for (int i = 0; i < 25; i++) {
                act();
            }
            foundation.feed().accept(corrected(records, from + 40));
            withdrawAny();
        }
        assertThat(IndexState.of(foundation).partition()).isEqualTo(recomputed());
        assertWhole();
        while (!live.isEmpty()) {
            withdrawAny();
        }

        var after = IndexState.of(foundation);

        assertThat(after.partition()).isEqualTo(recomputed());
        assertThat(after.openTasks()).containsExactlyInAnyOrderElementsOf(doubtful(after.memberships()));
        assertThat(count("SELECT count(*) FROM home")).isZero();
        assertWhole();
    }

    /** Some of the first records, each now saying what another one says. */
    private List<IncomingRecord> corrected(List<IncomingRecord> records, int among) {
        var corrected = new ArrayList<IncomingRecord>();
        for (int i = 0; i < 5; i++) {
            var record = records.get(random.nextInt(among / 5) * 5 + i);
            var other = records.get(random.nextInt(among));
            corrected.add(new IncomingRecord(
                    record.caller(),
                    record.source(),
                    record.key(),
                    true,
                    other.demographics(),
                    "corrected " + random.nextLong()));
        }
        return corrected;
    }

    private static Set<String> doubtful(Map<String, String> memberships) {
        return foundation.patients().evidenceWithin(memberships.keySet()).stream()
                .filter(one -> one.score().weight() >= REVIEW_WEIGHT)
                .filter(one -> one.verdict().action() != Action.VETO)
                .filter(one -> !memberships.get(one.left()).equals(memberships.get(one.right())))
                .map(one -> one.left() + ' ' + one.right())
                .collect(Collectors.toSet());
    }

    @Test
    void anIdThatEndedTwiceLeadsToItsLatestHeir() {
        var memberships = IndexState.memberships(foundation);
        var bySize = memberships.values().stream()
                .distinct()
                .collect(Collectors.partitioningBy(
                        eid -> IndexState.members(memberships, eid).size() > 1));
        var single = bySize.get(false).getFirst();
        var first = bySize.get(true).getFirst();
        var last = bySize.get(true).getLast();
        var stewardship = foundation.stewardship();

        var merged = stewardship.state(STEWARD, new Intent.Merge(List.of(single, first)), "drill");
        assertThat(foundation.patients().resolve(single)).hasValue(first);
        stewardship.withdraw(STEWARD, merged.id(), "drill");
        assertThat(foundation.patients().resolve(single)).hasValue(single);
        var again = stewardship.state(STEWARD, new Intent.Merge(List.of(single, last)), "drill");

        assertThat(foundation.patients().resolve(single)).hasValue(last);
        stewardship.withdraw(STEWARD, again.id(), "drill");
        assertThat(IndexState.memberships(foundation)).isEqualTo(memberships);
    }

    /** One of all kinds, on records that have something to do with each other more often than not. */
    private boolean act() {
        var memberships = IndexState.memberships(foundation);
        var records = new ArrayList<>(memberships.keySet());
        var some = records.get(random.nextInt(records.size()));
        var other = partner(some, records);
        var person = memberships.get(some);
        var members = IndexState.members(memberships, person);
        var there = memberships.get(other);
        Intent intent = switch (random.nextInt(8)) {
            case 0 -> new Intent.Same(some, other);
            case 1 -> new Intent.Different(some, other);
            case 2 -> new Intent.Merge(List.of(person, there));
            case 3 -> new Intent.Split(person, part(members));
            case 4 -> new Intent.Move(some, there);
            case 5 -> new Intent.Pin(person, GoldenField.NAME, some, null);
            case 6 -> new Intent.Deceased(person, random.nextBoolean());
            default ->
                random.nextBoolean()
                        ? new Intent.Confidential(person)
                        : new Intent.Pin(person, GoldenField.SEX, null, female());
        };
        try {
            live.add(foundation.stewardship().state(STEWARD, intent, "drill").id());
            return true;
        } catch (ActRefused e) {
            refused += e.contradicted().isEmpty() ? 0 : 1;
            return false;
        }
    }

    private String partner(String some, List<String> records) {
        var near = foundation.patients().evidenceTouching(List.of(some), Double.NEGATIVE_INFINITY);
        return near.isEmpty() || random.nextInt(4) == 0
                ? records.get(random.nextInt(records.size()))
                : near.get(random.nextInt(near.size())).other(some);
    }

    private List<String> part(TreeSet<String> members) {
        var part = new ArrayList<String>();
        members.stream().filter(member -> random.nextBoolean()).forEach(part::add);
        return part;
    }

    private static Demographics female() {
        return new Demographics(List.of(), Sex.FEMALE, Birth.UNKNOWN, List.of(), null, List.of(), false);
    }

    private void withdrawAny() {
        var act = live.remove(random.nextInt(live.size()));
        foundation.stewardship().withdraw(STEWARD, act, "drill");
    }

    /** From nothing: all evidence and all decisions that count, divided at once. */
    private static Set<Set<String>> recomputed() {
        var memberships = IndexState.memberships(foundation);
        var decisions = foundation.patients().decisionsTouching(memberships.keySet());
        return IndexState.partition(foundation, data, memberships.keySet(), decisions);
    }

    private static void assertWhole() {
        assertThat(count("""
            SELECT count(*) FROM patient_record r
            WHERE (SELECT count(*) FROM membership m WHERE m.record_id = r.id AND m.to_change IS NULL) <> 1
            """)).as("records of none or of two").isZero();
        assertThat(count("""
            SELECT count(*) FROM membership m JOIN person p ON p.eid = m.eid
            WHERE m.to_change IS NULL AND NOT p.active
            """)).as("records of ended persons").isZero();
        assertThat(count("""
            SELECT count(*) FROM person p WHERE p.active
            AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.eid = p.eid AND m.to_change IS NULL)
            """)).as("persons of nobody").isZero();
        var ended = foundation
                .database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT eid FROM person WHERE NOT active")
                        .mapTo(String.class)
                        .list());
        var living = new HashSet<>(IndexState.memberships(foundation).values());
        assertThat(ended)
                .allSatisfy(eid -> assertThat(living)
                        .contains(foundation.patients().resolve(eid).orElseThrow()));
    }

    private static long count(String sql) {
        return foundation
                .database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
