package org.hms.registry.patient;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hms.registry.patient.ReviewTask.Answer;
import org.jspecify.annotations.Nullable;

/** Where the review queue is kept. Tasks open and close with the changes that make pairs doubtful or settle them. */
public interface ReviewStore {

    /** Which tasks {@code asker} wants to see; what the asker has answered is not put to the asker again. */
    record Wanted(
            String asker,
            ReviewTask.State state,
            @Nullable String district,
            @Nullable String source,
            int limit,
            int offset) {}

    /** The first in priority, of how many. */
    record Page(long total, List<ReviewTask> tasks) {}

    /** An answer that stands. */
    record Given(long id, Answer answer, @Nullable Long act, String by, Instant at, String reason) {}

    /** Both answers to a pair that was asked about twice. */
    record Twice(long task, Answer first, Answer second) {}

    /** A pair that a steward decided; {@code review} when it came from the queue, and not from an act of its own. */
    record Labelled(String leftRecord, String rightRecord, double weight, boolean same, boolean review) {}

    Page list(Wanted wanted, Instant now);

    Optional<ReviewTask> find(long task, Instant now);

    /** False when somebody else has it, or it is not open. */
    boolean claim(long task, String by, Instant at);

    void release(long task);

    Optional<Given> answerTo(long task);

    /** An act on this task that waits for approval. */
    Optional<Long> proposalOn(long task);

    /** Keeps an answer that decides nothing about persons, and closes the task. */
    void answer(long task, Given given);

    /** The answer no longer stands; the task opens again if the pair still stands apart. */
    void undo(long task, Given given, String by, Instant at);

    /** Puts a task again, to another steward. */
    void putAgain(long task, Instant at);

    List<Twice> answeredTwice();

    void eachLabelled(Consumer<Labelled> consumer);
}
