package org.hms.registry.patient.store;

import java.util.Objects;
import java.util.Set;
import org.hms.registry.patient.Act;
import org.hms.registry.patient.Act.Said;
import org.hms.registry.patient.Ruling;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Writes an act, or what became of it, with its decisions and marks and the answer to the review it settles. */
final class ActCommit {

    private final Handle transaction;
    private final Act act;
    private final StoredJson json;

    ActCommit(Handle transaction, Act act, StoredJson json) {
        this.transaction = transaction;
        this.act = act;
        this.json = json;
    }

    /** What it is and what it is about, and nothing of what it means. */
    void write(Set<String> records) {
        var update = transaction
                .createUpdate("""
                    INSERT INTO act (id, kind, state, intent, task, moves, stated_by, reason, stated_at, approved_by,
                                     approved_at, withdrawal_by, withdrawal_at, withdrawal_why, withdrawn_by,
                                     withdrawn_at, withdrawn_why)
                    VALUES (:id, :kind, :state, :intent::jsonb, :task, :moves, :statedBy, :reason, :statedAt,
                            :approvedBy, :approvedAt, :withdrawalBy, :withdrawalAt, :withdrawalWhy, :withdrawnBy,
                            :withdrawnAt, :withdrawnWhy)
                    ON CONFLICT (id) DO UPDATE SET state = excluded.state, moves = excluded.moves,
                        approved_by = excluded.approved_by, approved_at = excluded.approved_at,
                        withdrawal_by = excluded.withdrawal_by, withdrawal_at = excluded.withdrawal_at,
                        withdrawal_why = excluded.withdrawal_why,
                        withdrawn_by = excluded.withdrawn_by, withdrawn_at = excluded.withdrawn_at,
                        withdrawn_why = excluded.withdrawn_why
                    """)
                .bind("id", act.id())
                .bind("kind", act.intent().kind().name())
                .bind("state", act.state().name())
                .bind("intent", json.write(act.intent()))
                .bind("task", act.task())
                .bind("moves", act.moves())
                .bind("statedBy", act.stated().by())
                .bind("reason", act.stated().why())
                .bind("statedAt", act.stated().at())
                .bind("withdrawalWhy", why(act.withdrawalProposed()))
                .bind("withdrawnWhy", why(act.withdrawn()));
        bind(update, "approved", act.approved());
        bind(update, "withdrawal", act.withdrawalProposed());
        bind(update, "withdrawn", act.withdrawn());
        update.execute();
        var batch = transaction.prepareBatch(
                "INSERT INTO act_record (record_id, act) VALUES (:record, :act) ON CONFLICT DO NOTHING");
        records.forEach(
                record -> batch.bind("record", record).bind("act", act.id()).add());
        batch.execute();
    }

    private static void bind(Update update, String what, @Nullable Said said) {
        update.bind(what + "By", said == null ? null : said.by()).bind(what + "At", said == null ? null : said.at());
    }

    private static @Nullable String why(@Nullable Said said) {
        return said == null ? null : said.why();
    }

    void write(Ruling ruling) {
        write(ruling.records());
        writeDecisions(ruling);
        writeMarks(ruling);
        if (act.state() == Act.State.WITHDRAWN) {
            takeBack(Objects.requireNonNull(act.withdrawn()));
        } else if (act.task() != null) {
            answer(act.task());
        }
    }

    private void writeDecisions(Ruling ruling) {
        if (ruling.decisions().isEmpty()) {
            return;
        }
        var batch = transaction.prepareBatch("""
            INSERT INTO decision (left_record, right_record, kind, decided_by, reason, decided_at, act)
            VALUES (:left, :right, :kind, :by, :reason, :at, :act) ON CONFLICT DO NOTHING
            """);
        for (var decision : ruling.decisions()) {
            batch.bind("left", decision.left())
                    .bind("right", decision.right())
                    .bind("kind", decision.kind().name())
                    .bind("by", decision.decidedBy())
                    .bind("reason", decision.reason())
                    .bind("at", decision.decidedAt())
                    .bind("act", decision.act())
                    .add();
        }
        batch.execute();
    }

    private void writeMarks(Ruling ruling) {
        if (ruling.marks().isEmpty()) {
            return;
        }
        var batch = transaction.prepareBatch("""
            INSERT INTO golden_mark (act, record_id, field, from_record, said)
            VALUES (:act, :record, :field, :fromRecord, :said::jsonb)
            """);
        for (var mark : ruling.marks()) {
            batch.bind("act", mark.act())
                    .bind("record", mark.record())
                    .bind("field", mark.field())
                    .bind("fromRecord", mark.fromRecord())
                    .bind("said", said(mark.said()))
                    .add();
        }
        batch.execute();
    }

    private @Nullable String said(@Nullable Object value) {
        return value == null ? null : json.write(value);
    }

    /** Rows stay; they no longer count. The review that the act answered waits for another answer. */
    private void takeBack(Said withdrawal) {
        transaction
                .createUpdate("UPDATE decision SET withdrawn_by = :by, withdrawn_at = :at WHERE act = :act")
                .bind("by", withdrawal.by())
                .bind("at", withdrawal.at())
                .bind("act", act.id())
                .execute();
        transaction
                .createUpdate("UPDATE golden_mark SET live = false WHERE act = :act")
                .bind("act", act.id())
                .execute();
        ReviewDao.closeSecond(transaction, withdrawal.at(), act.id());
        transaction
                .createUpdate("""
                    UPDATE review_answer SET undone_by = :by, undone_at = :at WHERE act = :act AND undone_at IS NULL
                    """)
                .bind("by", withdrawal.by())
                .bind("at", withdrawal.at())
                .bind("act", act.id())
                .execute();
    }

    private void answer(long task) {
        transaction
                .createUpdate("""
                    INSERT INTO review_answer (task, answer, weight, act, given_by, given_at, reason)
                    SELECT id, :answer::text, weight, :act::bigint, :by::text, :at::timestamptz, :reason::text FROM review_task WHERE id = :task
                    ON CONFLICT (task) WHERE undone_at IS NULL DO NOTHING
                    """)
                .bind("answer", act.intent().kind().name())
                .bind("act", act.id())
                .bind("by", act.stated().by())
                .bind("at", act.stated().at())
                .bind("reason", act.stated().why())
                .bind("task", task)
                .execute();
    }
}
