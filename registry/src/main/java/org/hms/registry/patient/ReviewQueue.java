package org.hms.registry.patient;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.patient.Act.State;
import org.hms.registry.patient.ReviewStore.Given;
import org.hms.registry.patient.ReviewStore.Labelled;
import org.hms.registry.patient.ReviewStore.Page;
import org.hms.registry.patient.ReviewStore.Wanted;
import org.hms.registry.patient.ReviewTask.Answer;
import org.jspecify.annotations.Nullable;

/**
 * The queue of pairs that stewards look at. Same and different become acts; the other answers settle the task alone. Some
 * answered tasks are put again, blind, to another steward.
 */
public final class ReviewQueue {

    private final ReviewStore store;
    private final PatientStore patients;
    private final Stewardship stewardship;
    private final double secondReviewShare;
    private final RandomGenerator random;
    private final InstantSource clock;

    public ReviewQueue(
            ReviewStore store,
            PatientStore patients,
            Stewardship stewardship,
            double secondReviewShare,
            RandomGenerator random,
            InstantSource clock) {
        this.store = store;
        this.patients = patients;
        this.stewardship = stewardship;
        this.secondReviewShare = secondReviewShare;
        this.random = random;
        this.clock = clock;
    }

    /** A task with both records and what they have in common. */
    public record Opened(
            ReviewTask task,
            List<SourceRecord> records,
            @Nullable LinkEvidence evidence) {
        public Opened {
            records = List.copyOf(records);
        }
    }

    /** What an answer came to: the task as it is now, and the act, if it became one. */
    public record Settled(
            ReviewTask task, Answer answer, @Nullable Act act) {}

    public Page list(Wanted wanted) {
        return store.list(wanted, clock.instant());
    }

    public Opened open(Caller caller, long id) {
        var task = visible(caller, id);
        var pair = List.of(task.leftRecord(), task.rightRecord());
        Map<String, SourceRecord> records = patients.getRecords(pair);
        return new Opened(
                task,
                List.copyOf(records.values()),
                patients.evidenceWithin(pair).stream().findFirst().orElse(null));
    }

    public ReviewTask claim(Caller caller, long id) {
        visible(caller, id);
        if (!store.claim(id, caller.subject(), clock.instant())) {
            throw ActRefused.conflict("The review is not open, or somebody else has it");
        }
        return visible(caller, id);
    }

    public ReviewTask release(Caller caller, long id) {
        requireFree(caller, visible(caller, id));
        store.release(id);
        return visible(caller, id);
    }

    public Settled answer(Caller caller, long id, Answer answer, String reason) {
        return stewardship.perform(() -> {
            var task = visible(caller, id);
            requireFree(caller, task);
            if (!task.open() || store.proposalOn(id).isPresent()) {
                throw ActRefused.conflict("The review is not open, or its answer waits for an approval");
            }
            var act = settle(caller, task, answer, reason);
            boolean settled = act == null || act.state() == State.APPLIED;
            if (settled && task.secondOf() == null && random.nextDouble() < secondReviewShare) {
                store.putAgain(id, clock.instant());
            }
            return new Settled(store.find(id, clock.instant()).orElse(task), answer, act);
        });
    }

    private @Nullable Act settle(Caller caller, ReviewTask task, Answer answer, String reason) {
        if (reason.isBlank()) {
            throw ActRefused.unfit("A reason is needed");
        }
        // Whoever is asked a second time changes nothing by it: the first answer stands until it is undone.
        boolean decides = task.secondOf() == null;
        if (decides && answer == Answer.SAME) {
            return stewardship
                    .now()
                    .state(caller, new Intent.Same(task.leftRecord(), task.rightRecord()), reason, task.id());
        }
        if (decides && answer == Answer.DIFFERENT) {
            return stewardship
                    .now()
                    .state(caller, new Intent.Different(task.leftRecord(), task.rightRecord()), reason, task.id());
        }
        store.answer(task.id(), new Given(0, answer, null, caller.subject(), clock.instant(), reason));
        return null;
    }

    public ReviewTask undo(Caller caller, long id, String reason) {
        return stewardship.perform(() -> {
            visible(caller, id);
            if (reason.isBlank()) {
                throw ActRefused.unfit("A reason is needed");
            }
            var given = store.answerTo(id).orElseThrow(() -> ActRefused.conflict("No answer to this review stands"));
            if (given.act() == null) {
                store.undo(id, given, caller.subject(), clock.instant());
            } else {
                stewardship.now().withdraw(caller, given.act(), reason);
            }
            return visible(caller, id);
        });
    }

    public Agreement agreement() {
        return Agreement.of(store.answeredTwice());
    }

    public void eachLabelled(Consumer<Labelled> consumer) {
        store.eachLabelled(consumer);
    }

    /** Whoever gave the first answer does not know of the second question. */
    private ReviewTask visible(Caller caller, long id) {
        return store.find(id, clock.instant())
                .filter(task -> firstAnswer(task)
                        .filter(given -> given.by().equals(caller.subject()))
                        .isEmpty())
                .orElseThrow(() -> ActRefused.unknown("No review has this number"));
    }

    private Optional<Given> firstAnswer(ReviewTask task) {
        return task.secondOf() == null ? Optional.empty() : store.answerTo(task.secondOf());
    }

    private static void requireFree(Caller caller, ReviewTask task) {
        var holder = task.claimedBy();
        if (holder != null && !holder.equals(caller.subject()) && caller.role() != Role.ADMIN) {
            throw ActRefused.conflict("Somebody else has this review");
        }
    }
}
