package org.hms.registry.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.curation.CurationRefused.Fault;
import org.hms.registry.exchange.DirectoryImport;
import org.hms.registry.exchange.DirectoryImport.Format;
import org.hms.registry.exchange.DirectoryImport.Kind;
import org.hms.registry.exchange.DirectoryImportStore;
import org.hms.registry.exchange.DirectoryImports;
import org.hms.registry.exchange.FacilityLists;
import org.hms.registry.exchange.ImportWatch;
import org.hms.registry.exchange.PlaceRow;
import org.hms.registry.exchange.PlannedRow;
import org.hms.registry.exchange.PlannedRow.Outcome;
import org.hms.registry.exchange.fhir.FacilityBundles;
import org.hms.registry.exchange.store.JdbiDirectoryImportStore;
import org.hms.registry.facility.Facility;
import org.hms.registry.territory.DirectoryIds;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.Published;
import org.hms.registry.territory.store.JdbiDirectoryRoll;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists and curation write the same facilities at the same time: one after the other, each upon what the other left. */
final class ListsAndCurationIT {

    private static final Caller ADMIN = new Caller("lists", Role.ADMIN);
    private static final int ROUNDS = 25;

    private static CurationFixture directory;

    @BeforeAll
    static void open(@TempDir Path data) {
        directory = new CurationFixture(data);
    }

    @AfterAll
    static void close() {
        directory.close();
    }

    @Test
    void anApprovalWaitsForTheListThatHasBeenPlanned() throws Exception {
        var id = DirectoryIds.of(Facility.ID_PREFIX, "espera", "1");
        take(imports(store()), "espera", "1", "Tatu Kua");
        var request = proposed(id, "Tatu Kua Pyahu");
        var approval = new FutureTask<>(() -> directory.publish(request));

        // The list is planned and about to be written when somebody approves.
        var rows =
                take(imports(new Interrupted(store(), () -> beginAndWait(approval))), "espera", "1", "Tatu Kua Guasu");

        assertThat(rows).extracting(PlannedRow::outcome).containsExactly(Outcome.REVISED);
        assertThatThrownBy(() -> approval.get(1, TimeUnit.MINUTES))
                .cause()
                .isInstanceOfSatisfying(
                        CurationRefused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(Fault.CONFLICT));
        assertThat(named(id)).isEqualTo("Tatu Kua Guasu");
    }

    @Test
    void ofAListAndAnApprovalAtOnceOneIsWrittenAndTheOtherRefused() throws Exception {
        var lists = imports(store());
        try (var both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                var row = Integer.toString(round);
                var id = DirectoryIds.of(Facility.ID_PREFIX, "ronda", row);
                take(lists, "ronda", row, "Ka'a Rape");
                var request = proposed(id, "Ka'a Rape Pyahu");
                var start = new CyclicBarrier(2);
                var listed = both.submit(after(start, () -> take(lists, "ronda", row, "Ka'a Rape Guasu")));
                var approved = both.submit(after(start, () -> directory.publish(request)));

                var outcome = listed.get(1, TimeUnit.MINUTES).getFirst().outcome();
                boolean published = isPublished(approved);

                assertThat(outcome).isEqualTo(published ? Outcome.REJECTED : Outcome.REVISED);
                assertThat(named(id)).isEqualTo(published ? "Ka'a Rape Pyahu" : "Ka'a Rape Guasu");
                assertThat(directory.facilities.history(id)).hasSize(2);
            }
        }
    }

    private static <R> Callable<R> after(CyclicBarrier start, Callable<R> work) {
        return () -> {
            start.await(1, TimeUnit.MINUTES);
            return work.call();
        };
    }

    /** What is not published was refused because the list came first, and for no other reason. */
    private static boolean isPublished(Future<String> approval) throws Exception {
        try {
            approval.get(1, TimeUnit.MINUTES);
            return true;
        } catch (ExecutionException e) {
            assertThat(e.getCause())
                    .isInstanceOfSatisfying(
                            CurationRefused.class,
                            refused -> assertThat(refused.fault()).isEqualTo(Fault.CONFLICT));
            return false;
        }
    }

    /** Until it has ended, or waits for somebody. */
    private static void beginAndWait(FutureTask<String> approval) {
        var thread = Thread.ofPlatform().start(approval);
        while (!approval.isDone() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static CurationRequest proposed(String id, String name) {
        var draft = CurationFixture.draft(name, "0299" + Math.abs(id.hashCode() % 9000 + 1000));
        return directory
                .curation
                .propose(
                        new Proposal(Proposal.Kind.CHANGE, id, 0, draft, List.of(), "another name"),
                        CurationFixture.ONE)
                .request();
    }

    private static List<PlannedRow<Facility>> take(
            DirectoryImports<PlaceRow, Facility> imports, String source, String row, String name) {
        var csv = "id,name,type,ownership,district_code,health_region,latitude,longitude\n" + row + "," + name
                + ",USF,public,0204,02,-24.4,-56.8\n";
        var rows = FacilityLists.read(Format.CSV, csv.getBytes(StandardCharsets.UTF_8), null, new FacilityBundles());
        return imports.run(source, Format.CSV, rows, ADMIN).rows();
    }

    private static String named(String id) {
        return directory.facilities.find(id).orElseThrow().content().name().repaired();
    }

    private static DirectoryImports<PlaceRow, Facility> imports(DirectoryImportStore<Facility> store) {
        return new DirectoryImports<>(
                new FacilityLists(new JdbiDirectoryRoll<>(directory.jdbi(), Jurisdiction.class)),
                store,
                directory.facilities,
                directory.turn,
                directory.clock);
    }

    private static DirectoryImportStore<Facility> store() {
        return new JdbiDirectoryImportStore<>(directory.jdbi(), directory.facilities, Kind.FACILITIES);
    }

    /** A store before whose writing something happens. */
    private record Interrupted(DirectoryImportStore<Facility> store, Runnable before)
            implements DirectoryImportStore<Facility> {

        @Override
        public DirectoryImport publish(
                DirectoryImport planned, List<PlannedRow<Facility>> rows, Caller by, ImportWatch watch) {
            before.run();
            return store.publish(planned, rows, by, watch);
        }

        @Override
        public Map<String, Integer> versionsLeft(Set<String> facilities) {
            return store.versionsLeft(facilities);
        }

        @Override
        public void undo(DirectoryImport undone, List<Published<Facility>> restored, Instant at, Caller by) {
            store.undo(undone, restored, at, by);
        }

        @Override
        public Optional<DirectoryImport> find(long id) {
            return store.find(id);
        }

        @Override
        public List<DirectoryImport> list(int limit, int offset) {
            return store.list(limit, offset);
        }

        @Override
        public void eachRow(long id, Consumer<KeptRow> row) {
            store.eachRow(id, row);
        }
    }
}
