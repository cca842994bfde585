package org.hms.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.dropwizard.logging.common.BootstrapLogging;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hms.matching.PersonMatcher;
import org.hms.matching.score.MatchModel;
import org.hms.registry.Foundation;
import org.hms.registry.RegistryConfiguration.Stewards;
import org.hms.registry.patient.HistoryOperation.Refused;
import org.hms.registry.patient.store.IntegrityCheck;
import org.hms.rules.survivorship.Authorities;
import org.hms.rules.survivorship.SurvivorshipPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sixteen clients feed, correct, link, part, merge, split and withdraw at once; afterwards all they were told is true. How many
 * operations: {@code -Dhistory.operations}, by default what a build has time for.
 */
final class HistoryIT {

    private static final int CLIENTS = 16;
    private static final int OPERATIONS = Integer.getInteger("history.operations", 12_000);
    private static final int OPERATIONS_A_RECORD = 40;
    private static final long SEED = Long.getLong("history.seed", 20261124);

    @TempDir
    private static Path data;

    private static Foundation foundation;
    private static List<HistoryOperation> history;
    private static StoredHistory stored;

    @BeforeAll
    static void letThemAllWork() throws Exception {
        BootstrapLogging.bootstrap(Level.WARN);
        foundation = SyntheticFeed.open(data, new Stewards(1_000, 0));
        var records = SyntheticFeed.records(SEED, Math.max(OPERATIONS / OPERATIONS_A_RECORD, 100));
        var world = new HistoryClient.World(foundation, records);
        var clients = new ArrayList<Callable<List<HistoryOperation>>>();
        for (int i = 0; i < CLIENTS; i++) {
            var client = new HistoryClient(world, i, SEED);
            clients.add(() -> client.run(OPERATIONS / CLIENTS));
        }
        history = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (var done : threads.invokeAll(clients)) {
                history.addAll(done.get());
            }
        }
        stored = StoredHistory.of(foundation);
    }

    @AfterAll
    static void close() {
        foundation.close();
    }

    @Test
    void whatClientsWereToldIsWhatTheRegistryKept() {
        assertThat(HistoryCheck.breaches(history, stored)).isEmpty();
    }

    @Test
    void everyKindOfOperationWasAcceptedAndRefused() {
        var met = history.stream()
                .map(one -> one.call().getClass().getSimpleName()
                        + ' '
                        + one.reply().getClass().getSimpleName())
                .collect(Collectors.toSet());
        var reasons = history.stream()
                .filter(one -> one.reply() instanceof Refused)
                .map(one -> ((Refused) one.reply()).reason())
                .collect(Collectors.toSet());

        assertThat(met).contains("Feed Stored", "Feed Refused", "State Done", "State Refused", "Withdraw Done");
        assertThat(reasons).contains("OTHER_VERSION", "CONFLICT");
        assertThat(stored.stays().values()).anyMatch(stays -> stays.size() > 2);
    }

    @Test
    void theDatabaseIsSoundAndTheIndexSaysTheSame() {
        assertThat(new IntegrityCheck(foundation.database().jdbi()).findings()).isEmpty();
        assertThat(foundation.follower().scrub().clean()).isTrue();
    }

    @Test
    void whoIsWhomIsWhatEvidenceAndDecisionsLeadTo() {
        var state = IndexState.of(foundation);
        var decisions =
                foundation.patients().decisionsTouching(state.memberships().keySet());

        var recomputed =
                IndexState.partition(foundation, data, state.memberships().keySet(), decisions);
        var others = new HashSet<>(state.partition());
        others.removeAll(recomputed);

        assertThat(others).as("persons whom nothing leads to").isEmpty();
        assertThat(state.partition()).isEqualTo(recomputed);
    }

    @Test
    void goldenRecordsAreWhatTheirMembersMakeOfThem() {
        var matcher = new PersonMatcher(MatchModel.read(Path.of("../config/match-model.yml")));
        var golden = new GoldenRecords(
                new SurvivorshipPolicy(Authorities.NONE),
                said -> matcher.standardise(said).newborn());
        var sources = foundation.patients().sources().stream()
                .collect(Collectors.toMap(SourceSystem::id, Function.identity()));
        var wrong = new ArrayList<String>();
        for (var eid : new HashSet<>(IndexState.memberships(foundation).values())) {
            var person = foundation.index().findPerson(eid).orElseThrow();
            var ids = person.members().stream().map(SourceRecord::id).toList();
            var derived =
                    golden.of(eid, 1, person.members(), sources, person.golden().at());
            var expected = Pins.applied(derived, foundation.patients().marks(ids), person.members());
            if (!expected.saysTheSameAs(person.golden())) {
                wrong.add(eid);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPlantedFaultIsFound(HistoryFault fault) {
        var spoilt = fault.plantedIn(history, stored);

        assertThat(HistoryCheck.breaches(spoilt.history(), spoilt.stored()))
                .as("breaches after %s", fault)
                .anyMatch(breach -> breach.startsWith(Objects.requireNonNull(fault.breach())));
    }
}
