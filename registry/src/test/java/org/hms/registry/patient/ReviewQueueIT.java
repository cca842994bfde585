package org.hms.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import io.dropwizard.logging.common.BootstrapLogging;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hms.registry.Foundation;
import org.hms.registry.RegistryConfiguration.Stewards;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.patient.ReviewStore.Labelled;
import org.hms.registry.patient.ReviewStore.Wanted;
import org.hms.registry.patient.ReviewTask.Answer;
import org.hms.registry.patient.ReviewTask.State;
import org.hms.registry.patient.store.JdbiReviewStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The review queue on a population: every answered task is put again to another steward. */
final class ReviewQueueIT {

    private static final Caller ONE = new Caller("one", Role.STEWARD);
    private static final Caller OTHER = new Caller("other", Role.STEWARD);

    @TempDir
    private static Path data;

    private static Foundation foundation;
    private static ReviewQueue queue;

    @BeforeAll
    static void open() {
        BootstrapLogging.bootstrap(Level.WARN);
        foundation = SyntheticFeed.open(data, new Stewards(1_000, 1));
        foundation.feed().accept(SyntheticFeed.records(11, 600));
        queue = foundation.reviews();
    }

    @AfterAll
    static void close() {
        foundation.close();
    }

    private static List<ReviewTask> tasks(Caller asker, State state) {
        return queue.list(new Wanted(asker.subject(), state, null, null, 500, 0))
                .tasks();
    }

    /** A first question that nobody else in this class works on. */
    private static ReviewTask fresh() {
        return tasks(ONE, State.OPEN).stream()
                .filter(task -> task.secondOf() == null)
                .findFirst()
                .orElseThrow();
    }

    private static String person(String record) {
        return foundation.index().findPersonOf(record).orElseThrow();
    }

    @Test
    void theMostPressingComesFirstAndFiltersNarrow() {
        var tasks = tasks(ONE, State.OPEN);

        assertThat(tasks)
                .hasSizeGreaterThan(5)
                .extracting(ReviewTask::priority)
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        var some = tasks.getLast();
        var source = queue.open(ONE, some.id()).records().getFirst().source();
        var narrowed = queue.list(new Wanted("one", State.OPEN, null, source, 500, 0));
        assertThat(narrowed.tasks()).extracting(ReviewTask::id).contains(some.id());
        assertThat(narrowed.total()).isLessThanOrEqualTo(tasks.size());
        assertThat(queue.list(new Wanted("one", State.OPEN, "9999", null, 500, 0))
                        .total())
                .isZero();
    }

    @Test
    void oneStewardAtATimeHoldsAReview() {
        var id = fresh().id();

        assertThat(queue.claim(ONE, id).claimedBy()).isEqualTo("one");
        assertThatThrownBy(() -> queue.claim(OTHER, id)).isInstanceOf(ActRefused.class);
        assertThatThrownBy(() -> queue.answer(OTHER, id, Answer.SAME, "x")).isInstanceOf(ActRefused.class);
        assertThatThrownBy(() -> queue.release(OTHER, id)).isInstanceOf(ActRefused.class);
        assertThat(tasks(ONE, State.CLAIMED)).extracting(ReviewTask::id).contains(id);
        assertThat(queue.release(ONE, id).claimedBy()).isNull();
    }

    @Test
    void aClaimLapsesAfterAShift() {
        var id = fresh().id();
        var later = new ReviewQueue(
                new JdbiReviewStore(foundation.database().jdbi()),
                foundation.patients(),
                foundation.stewardship(),
                0,
                new Random(1),
                () -> Instant.now().plus(Duration.ofHours(13)));
        queue.claim(ONE, id);

        assertThat(later.open(OTHER, id).task().claimedBy()).isNull();
        assertThat(later.claim(OTHER, id).claimedBy()).isEqualTo("other");
        assertThatThrownBy(() -> later.claim(ONE, id)).isInstanceOf(ActRefused.class);
    }

    @Test
    void sameJoinsAndUndoneTheTaskWaitsAgainWithItsAge() {
        var task = fresh();
        var before = IndexState.of(foundation);

        var settled = queue.answer(ONE, task.id(), Answer.SAME, "seen both");

        assertThat(settled.act()).isNotNull();
        assertThat(settled.task().open()).isFalse();
        assertThat(person(task.leftRecord())).isEqualTo(person(task.rightRecord()));
        assertThatThrownBy(() -> queue.answer(OTHER, task.id(), Answer.DIFFERENT, "x"))
                .isInstanceOf(ActRefused.class);
        var again = queue.undo(OTHER, task.id(), "wrong card");
        assertThat(again.open()).isTrue();
        assertThat(again.openedAt()).isEqualTo(task.openedAt());
        assertThat(IndexState.of(foundation)).isEqualTo(before);
        assertThatThrownBy(() -> queue.undo(ONE, task.id(), "again")).isInstanceOf(ActRefused.class);
    }

    @Test
    void aTaskClosesByItselfWhenThePairIsDecidedElsewhereAndOpensWhenThatIsWithdrawn() {
        var task = fresh();

        var act = foundation
                .stewardship()
                .state(OTHER, new Intent.Different(task.leftRecord(), task.rightRecord()), "twins");

        assertThat(queue.open(ONE, task.id()).task().open()).isFalse();
        foundation.stewardship().withdraw(OTHER, act.id(), "no twins");
        assertThat(queue.open(ONE, task.id()).task().open()).isTrue();
    }

    @Test
    void whoCannotTellClosesTheTaskUntilASourceSendsMore() {
        var task = fresh();
        queue.answer(ONE, task.id(), Answer.FIX_SOURCE, "ask the clinic");
        var people = IndexState.memberships(foundation);
        foundation.stewardship().state(OTHER, new Intent.Deceased(person(task.leftRecord()), true), "certificate");
        assertThat(queue.open(ONE, task.id()).task().open()).isFalse();

        var record = foundation.index().findRecord(task.leftRecord()).orElseThrow();
        var caller = new Caller("feed", Role.SYSTEM, record.source(), null, Caller.TREATMENT);
        foundation
                .feed()
                .accept(new IncomingRecord(
                        caller, record.source(), record.key(), true, record.demographics(), "once more"));

        assertThat(queue.open(ONE, task.id()).task().open()).isTrue();
        assertThat(IndexState.memberships(foundation)).isEqualTo(people);
    }

    @Test
    void whatWasAnsweredIsAskedAgainBlindAndChangesNothing() {
        var task = fresh();
        queue.answer(ONE, task.id(), Answer.SAME, "seen both");
        var second = tasks(OTHER, State.OPEN).stream()
                .filter(again -> again.leftRecord().equals(task.leftRecord())
                        && again.rightRecord().equals(task.rightRecord()))
                .findFirst()
                .orElseThrow();
        assertThat(second.id()).isNotEqualTo(task.id());
        assertThat(tasks(ONE, State.OPEN)).extracting(ReviewTask::id).doesNotContain(second.id());
        assertThatThrownBy(() -> queue.open(ONE, second.id())).isInstanceOf(ActRefused.class);
        var people = IndexState.memberships(foundation);
        var before = queue.agreement();

        queue.answer(OTHER, second.id(), Answer.DIFFERENT, "not the same mother");

        var after = queue.agreement();
        assertThat(IndexState.memberships(foundation)).isEqualTo(people);
        assertThat(after.answeredTwice()).isEqualTo(before.answeredTwice() + 1);
        assertThat(after.agreed()).isEqualTo(before.agreed());
        assertThat(after.disagreements()).extracting(ReviewStore.Twice::task).contains(task.id());
        queue.undo(ONE, task.id(), "seen again");
        assertThat(queue.agreement().answeredTwice()).isEqualTo(before.answeredTwice());
    }

    @Test
    void liveAnswersAreLabelsForCalibration() {
        var task = fresh();
        var settled = queue.answer(ONE, task.id(), Answer.DIFFERENT, "two cards");

        assertThat(labels()).contains(new Labelled(task.leftRecord(), task.rightRecord(), task.weight(), false, true));
        queue.undo(ONE, task.id(), "drill");
        assertThat(settled.act()).isNotNull();
        assertThat(labels())
                .noneMatch(label -> label.leftRecord().equals(task.leftRecord())
                        && label.rightRecord().equals(task.rightRecord()));
    }

    private static List<Labelled> labels() {
        var labels = new ArrayList<Labelled>();
        queue.eachLabelled(labels::add);
        return labels;
    }
}
