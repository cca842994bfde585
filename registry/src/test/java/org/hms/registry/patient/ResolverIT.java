package org.hms.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import io.dropwizard.logging.common.BootstrapLogging;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.hms.matching.PersonMatcher;
import org.hms.matching.block.CandidateIndex;
import org.hms.matching.score.MatchModel;
import org.hms.registry.Foundation;
import org.hms.registry.RegistryConfiguration.Stewards;
import org.hms.registry.change.store.JdbiChangeLog;
import org.hms.registry.job.SyntheticPeople;
import org.hms.registry.store.DatabaseTrouble;
import org.hms.rules.linkage.LinkagePolicy;
import org.hms.rules.survivorship.Authorities;
import org.hms.rules.survivorship.SurvivorshipPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups that follow each other closely while the database is slow, fails, or has done what nobody hears of. */
final class ResolverIT {

    private static final String OTHER_SOURCE = "border-hospital";

    @TempDir
    private static Path data;

    private static Foundation foundation;
    private static CandidateIndex index;
    private static TroubledStore store;
    private static Resolver resolver;
    private static Iterator<IncomingRecord> people;

    @BeforeAll
    static void open() throws Exception {
        BootstrapLogging.bootstrap(Level.WARN);
        foundation = SyntheticFeed.open(data, new Stewards(1_000, 0));
        store = new TroubledStore(foundation.patients());
        var matcher = new PersonMatcher(MatchModel.read(Path.of("../config/match-model.yml")));
        var linkage = new Linkage(matcher, new LinkagePolicy());
        index = CandidateIndex.open(data.resolve("index/of-this-test"), matcher);
        var changes = new JdbiChangeLog(foundation.database().jdbi());
        var reclustering = new Reclustering(
                store.store(),
                linkage,
                index,
                new SurvivorshipPolicy(Authorities.NONE),
                new EnterpriseIds()::mint,
                InstantSource.system());
        var resolution = new GroupResolution(
                store.store(),
                new RecordIds(new byte[32]),
                new EvidenceSearch(linkage, index),
                reclustering,
                new IndexFollower(index, matcher, store.store(), changes),
                InstantSource.system());
        resolver = new Resolver(resolution, DatabaseTrouble::affects);
        resolver.start();
        people = SyntheticFeed.records(20261123, 400).stream()
                .filter(one -> !one.demographics().identifiers().isEmpty()
                        && one.demographics().birth().date() != null
                        && !one.source().equals(OTHER_SOURCE))
                .iterator();
    }

    @AfterAll
    static void close() throws Exception {
        resolver.close();
        index.close();
        foundation.close();
    }

    @Test
    void aPersonOfTheGroupThatIsBeingWrittenIsNotOpenedTwice() throws Exception {
        var person = people.next();
        var first = holdUp(person);
        var second = resolver.submit(elsewhere(person));
        first.release();

        assertThat(second.get()).isInstanceOf(FeedOutcome.Joined.class);
        assertThat(second.get().eid()).isEqualTo(first.answer().get().eid());
    }

    @Test
    void whatWasSearchedBesideAGroupThatFailedIsSearchedAgain() throws Exception {
        var person = people.next();
        var first = holdUp(person, new IllegalStateException("Not written"));
        var second = resolver.submit(elsewhere(person));
        first.release();

        assertThat(catchThrowable(() -> first.answer().get())).hasRootCauseMessage("Not written");
        assertThat(second.get()).isInstanceOf(FeedOutcome.Opened.class);
        assertThat(resolver.submit(person).get()).isInstanceOf(FeedOutcome.Joined.class);
    }

    @Test
    void aCommitThatNobodyHeardOfIsFoundAllTheSame() throws Exception {
        var person = people.next();
        store.trouble(commit -> {
            commit.call();
            throw new IllegalStateException("Written");
        });

        var unheard = resolver.submit(person);
        assertThat(catchThrowable(unheard::get)).hasRootCauseMessage("Written");
        assertThat(resolver.submit(elsewhere(person)).get()).isInstanceOf(FeedOutcome.Joined.class);
        assertThat(resolver.submit(person).get()).isInstanceOf(FeedOutcome.Unchanged.class);
    }

    @Test
    void oneThatIsNotAsItsSenderRequiresHoldsUpNobody() throws Exception {
        var first = holdUp(people.next());
        resolver.submit(people.next());
        first.awaitNext();
        var good = resolver.submit(people.next());
        var stale = resolver.submit(people.next().with(new Precondition.InVersion(Set.of(7))));
        var also = resolver.submit(people.next());
        int before = store.groups();
        first.release();

        assertThat(catchThrowable(stale::get)).hasCauseInstanceOf(FeedRefused.class);
        assertThat(good.get().version()).isEqualTo(1);
        assertThat(also.get().version()).isEqualTo(1);
        assertThat(store.groups() - before).isEqualTo(1);
    }

    /** A record whose commit waits to be released. */
    private record HeldUp(CompletableFuture<FeedOutcome> answer, CountDownLatch released, int groups) {

        /** Waits until the next group is searched. */
        void awaitNext() {
            while (store.groups() == groups || !waits("resolver")) {
                Thread.onSpinWait();
            }
        }

        void release() {
            awaitNext();
            released.countDown();
        }
    }

    private static HeldUp holdUp(IncomingRecord record) throws InterruptedException {
        return holdUp(record, null);
    }

    private static HeldUp holdUp(IncomingRecord record, @Nullable RuntimeException instead)
            throws InterruptedException {
        var begun = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        store.trouble(commit -> {
            begun.countDown();
            released.await();
            if (instead != null) {
                throw instead;
            }
            return commit.call();
        });
        var answer = resolver.submit(record);
        begun.await();
        return new HeldUp(answer, released, store.groups());
    }

    private static boolean waits(String thread) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(one -> one.getName().equals(thread))
                .allMatch(one -> one.getState() == Thread.State.WAITING);
    }

    /** The same person in another source. */
    private static IncomingRecord elsewhere(IncomingRecord record) {
        var key = new RecordKey(
                SyntheticPeople.systemOf(OTHER_SOURCE), "of-" + record.key().value());
        return new IncomingRecord(record.caller(), OTHER_SOURCE, key, true, record.demographics(), key.value());
    }
}
