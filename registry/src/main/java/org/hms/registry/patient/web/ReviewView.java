package org.hms.registry.patient.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hms.matching.explain.Explanation;
import org.hms.matching.explain.ExplanationText;
import org.hms.matching.explain.Guard;
import org.hms.matching.explain.Phrases;
import org.hms.registry.patient.LinkEvidence;
import org.hms.registry.patient.ReviewQueue.Opened;
import org.hms.registry.patient.ReviewQueue.Settled;
import org.hms.registry.patient.ReviewTask;
import org.hms.registry.patient.web.PersonView.MemberView;
import org.jspecify.annotations.Nullable;

/** A review as lists show one: ids, numbers and rules, and nobody's name. */
public record ReviewView(
        long id,
        String state,
        double priority,
        int risk,
        double weight,
        List<String> rules,
        Instant openedAt,
        @Nullable String claimedBy,
        String leftRecord,
        String rightRecord) {

    static ReviewView of(ReviewTask task) {
        var state = !task.open()
                ? ReviewTask.State.CLOSED
                : task.claimedBy() == null ? ReviewTask.State.OPEN : ReviewTask.State.CLAIMED;
        return new ReviewView(
                task.id(),
                state.name().toLowerCase(Locale.ROOT),
                task.priority(),
                task.risk(),
                task.weight(),
                task.rules(),
                task.openedAt(),
                task.claimedBy(),
                task.leftRecord(),
                task.rightRecord());
    }

    /** One page of the queue, the first in priority. */
    public record ReviewPage(long total, int limit, int offset, List<ReviewView> results) {
        public ReviewPage {
            results = List.copyOf(results);
        }
    }

    /** A review opened: both records, what they have in common as data, and as sentences. */
    public record OpenedView(
            ReviewView review,
            List<MemberView> records,
            @Nullable LinkEvidence evidence,
            @Nullable String explanation) {
        static OpenedView of(Opened opened, Phrases phrases) {
            var evidence = opened.evidence();
            return new OpenedView(
                    ReviewView.of(opened.task()),
                    opened.records().stream().map(MemberView::of).toList(),
                    evidence,
                    evidence == null ? null : ExplanationText.of(explanation(evidence), phrases));
        }

        private static Explanation explanation(LinkEvidence evidence) {
            return Explanation.of(
                    evidence.score(),
                    evidence.verdict().rules().stream()
                            .map(rule -> new Guard(rule.id(), rule.sentence()))
                            .toList());
        }
    }

    /** What an answer came to; an act that is proposed waits for another steward. */
    public record SettledView(
            ReviewView review,
            String answer,
            @Nullable Long act,
            @Nullable String actState) {
        static SettledView of(Settled settled) {
            var act = settled.act();
            return new SettledView(
                    ReviewView.of(settled.task()),
                    settled.answer().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    act == null ? null : act.id(),
                    act == null ? null : act.state().name().toLowerCase(Locale.ROOT));
        }
    }
}
