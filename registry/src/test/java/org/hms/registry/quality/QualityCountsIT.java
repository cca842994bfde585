package org.hms.registry.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import org.hms.matching.PersonMatcher;
import org.hms.matching.score.MatchModel;
import org.hms.registry.Foundation;
import org.hms.registry.RegistryConfiguration;
import org.hms.registry.quality.store.JdbiQualityStore;
import org.hms.registry.quality.store.QualityBackfill;
import org.hms.registry.quality.store.QualityProjection;
import org.hms.registry.store.InstanceProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures that are kept with each commit are those of a full recount, whatever was merged, parted and withdrawn. */
final class QualityCountsIT {

    private static final int GROUPS = 40;

    @TempDir
    private static Path data;

    private static Foundation foundation;
    private static RecordAssessment assessment;
    private static Recount recount;

    @BeforeAll
    static void open() throws Exception {
        foundation = TestFoundation.open(data, new RegistryConfiguration());
        assessment = new RecordAssessment(
                new PersonMatcher(MatchModel.read(TestFoundation.MODEL)), RandomFeed.DISTRICTS::contains);
        recount = new Recount(foundation, assessment);
    }

    @AfterAll
    static void close() {
        foundation.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsKeptIsWhatARecountFinds(long seed) {
        TestFoundation.forgetEveryone(foundation);
        var feed = new RandomFeed(seed);
        for (int group = 0; group < GROUPS; group++) {
            foundation.feed().accept(feed.group());
            if (group % 8 == 0) {
                assertThat(Recount.kept(foundation))
                        .as("seed %d, group %d", seed, group)
                        .isEqualTo(recount.cells());
            }
        }

        assertThat(Recount.kept(foundation)).as("seed %d", seed).isEqualTo(recount.cells());
        assertThat(count("SELECT count(*) FROM lineage WHERE kind = 'MERGED_INTO'"))
                .isPositive();
        assertThat(count("SELECT count(*) FROM lineage WHERE kind = 'SPLIT_INTO'"))
                .isPositive();
        assertThat(count("SELECT count(*) FROM patient_record WHERE NOT active"))
                .isPositive();
        assertThat(count("SELECT sum(records) FROM quality_cell WHERE code = 100"))
                .isPositive();
    }

    @Test
    void recordsThatWereThereBeforeAreAssessedOnce() {
        TestFoundation.forgetEveryone(foundation);
        feed(11);
        new InstanceProperties(foundation.database().jdbi()).put("quality-backfilled", "");
        run("TRUNCATE record_quality, quality_cell");
        assertThat(Recount.kept(foundation)).isEmpty();
        var backfill = new QualityBackfill(foundation.database().jdbi(), new QualityProjection(assessment));

        backfill.run(() -> false);

        assertThat(Recount.kept(foundation)).isEqualTo(recount.cells());
        run("TRUNCATE record_quality, quality_cell");
        backfill.run(() -> false);
        assertThat(Recount.kept(foundation)).as("done once and for all").isEmpty();
    }

    @Test
    void theRecountSeesAFigureThatIsWrongByOne() {
        TestFoundation.forgetEveryone(foundation);
        feed(12);
        assertThat(Recount.kept(foundation)).isEqualTo(recount.cells());

        run("UPDATE quality_cell SET records = records + 1 WHERE ctid = (SELECT ctid FROM quality_cell LIMIT 1)");

        assertThat(Recount.kept(foundation)).isNotEqualTo(recount.cells());
    }

    @Test
    void theRecountSeesARevisionThatWasNotCounted() {
        TestFoundation.forgetEveryone(foundation);
        run("ALTER TABLE record_quality DISABLE TRIGGER record_quality_moved");
        try {
            feed(13);
            assertThat(Recount.kept(foundation)).isNotEqualTo(recount.cells());
        } finally {
            run("ALTER TABLE record_quality ENABLE TRIGGER record_quality_moved");
        }
    }

    @Test
    void figuresOfAllGroupsAddUpToTheWhole() {
        TestFoundation.forgetEveryone(foundation);
        feed(14);
        var store = new JdbiQualityStore(foundation.database().jdbi());

        var whole = store.figures(Scope.ALL, Set.of(), 10, 0).items().getFirst();
        var parts = store.figures(Scope.ALL, EnumSet.allOf(Dimension.class), 500, 0);

        assertThat(parts.total()).isEqualTo(parts.items().size()).isGreaterThan(4);
        assertThat(whole.records()).isEqualTo(count("SELECT count(*) FROM patient_record WHERE active"));
        for (var indicator : Indicator.values()) {
            assertThat(parts.items().stream()
                            .mapToLong(part -> part.measure(indicator).missing())
                            .sum())
                    .as(indicator.code())
                    .isEqualTo(whole.measure(indicator).missing());
            assertThat(store.offenders(Scope.ALL, indicator.offences(), 1, 0).total())
                    .as(indicator.code())
                    .isEqualTo(whole.measure(indicator).missing()
                            + whole.measure(indicator).invalid());
        }
    }

    @Test
    void exportsListEveryOffenderOnce() {
        TestFoundation.forgetEveryone(foundation);
        feed(15);
        var store = new JdbiQualityStore(foundation.database().jdbi());
        var codes = Indicator.PHONE.offences();
        var ofIps = Scope.ALL.ofSource("ips");

        var paged = store.offenders(ofIps, codes, 500, 0).items();
        var exported = new ArrayList<Offender>();
        for (var piece = store.offendersAfter(ofIps, codes, "", 3);
                !piece.isEmpty();
                piece = store.offendersAfter(ofIps, codes, piece.getLast().recordId(), 3)) {
            exported.addAll(piece);
        }

        assertThat(exported)
                .isEqualTo(paged)
                .hasSizeGreaterThan(3)
                .allSatisfy(one -> assertThat(one.source()).isEqualTo("ips"));
    }

    private static void feed(long seed) {
        var feed = new RandomFeed(seed);
        for (int group = 0; group < GROUPS; group++) {
            foundation.feed().accept(feed.group());
        }
    }

    private static long count(String question) {
        return foundation
                .database()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery(question).mapTo(Long.class).one());
    }

    private static void run(String statement) {
        foundation.database().jdbi().useHandle(handle -> handle.execute(statement));
    }
}
