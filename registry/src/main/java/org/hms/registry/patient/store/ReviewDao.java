package org.hms.registry.patient.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hms.registry.patient.ReviewStore.Given;
import org.hms.registry.patient.ReviewStore.Labelled;
import org.hms.registry.patient.ReviewStore.Twice;
import org.hms.registry.patient.ReviewTask;
import org.hms.registry.patient.ReviewTask.Answer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Rows of {@code review_task} and {@code review_answer}. */
@RegisterConstructorMapper(ReviewTask.class)
@RegisterConstructorMapper(Given.class)
@RegisterConstructorMapper(Twice.class)
@RegisterConstructorMapper(Labelled.class)
public interface ReviewDao {

    String COLUMNS = """
        SELECT t.id, t.left_record, t.right_record, t.weight, t.rules, t.risk, t.open, t.opened_at, h.claimed_by,
               h.claimed_at, t.second_of,
               t.risk * greatest(t.weight, 1)
                   * (1 + greatest(extract(epoch FROM :now::timestamptz - t.opened_at), 0) / 604800) AS priority
        """;

    /** A claim holds for a shift: who has gone home keeps nobody from the task. */
    String LAPSED = "claimed_at <= :now::timestamptz - interval '12 hours'";

    /** Tasks with the claims that still hold. */
    String TASKS = "FROM review_task t LEFT JOIN LATERAL (SELECT t.claimed_by, t.claimed_at WHERE NOT t." + LAPSED
            + ") h ON true\n";

    /** Whoever answered first is not asked again, nor told that others are. */
    String WANTED = TASKS + """
        WHERE CASE :state WHEN 'OPEN' THEN t.open AND h.claimed_by IS NULL
                          WHEN 'CLAIMED' THEN t.open AND h.claimed_by IS NOT NULL
                          ELSE NOT t.open END
          AND NOT EXISTS (SELECT 1 FROM review_answer f
                          WHERE f.task = t.second_of AND f.undone_at IS NULL AND f.given_by = :asker)
          AND (:district::text IS NULL AND :source::text IS NULL OR EXISTS (
              SELECT 1 FROM patient_record r WHERE r.id IN (t.left_record, t.right_record)
              AND (:district::text IS NULL OR r.demographics #>> '{residence,district}' = :district)
              AND (:source::text IS NULL OR r.source = :source)))
        """;

    @SqlQuery("SELECT count(*) " + WANTED)
    long count(String state, String asker, @Nullable String district, @Nullable String source, Instant now);

    @SqlQuery(COLUMNS + WANTED + "ORDER BY priority DESC, t.id LIMIT :limit OFFSET :offset")
    List<ReviewTask> list(
            String state,
            String asker,
            @Nullable String district,
            @Nullable String source,
            int limit,
            int offset,
            Instant now);

    @SqlQuery(COLUMNS + TASKS + "WHERE t.id = :id")
    Optional<ReviewTask> find(long id, Instant now);

    @SqlUpdate("""
        UPDATE review_task SET claimed_by = :by, claimed_at = :now
        WHERE id = :id AND open AND (claimed_by IS NULL OR claimed_by = :by OR\s""" + LAPSED + ")")
    int claim(long id, String by, Instant now);

    @SqlUpdate("UPDATE review_task SET claimed_by = NULL, claimed_at = NULL WHERE id = :id")
    void release(long id);

    @SqlQuery("""
        SELECT id, answer, act, given_by AS "by", given_at AS "at", reason FROM review_answer
        WHERE task = :task AND undone_at IS NULL
        """)
    Optional<Given> findAnswer(long task);

    @SqlQuery("SELECT id FROM act WHERE task = :task AND state = 'PROPOSED' ORDER BY id LIMIT 1")
    Optional<Long> findProposal(long task);

    @SqlUpdate("""
        INSERT INTO review_answer (task, answer, weight, given_by, given_at, reason)
        SELECT id, :answer::text, weight, :by::text, :at::timestamptz, :reason::text FROM review_task WHERE id = :task
        """)
    void insertAnswer(long task, Answer answer, String by, Instant at, String reason);

    @SqlUpdate("""
        UPDATE review_task SET open = false, closed_at = :at, claimed_by = NULL, claimed_at = NULL
        WHERE id = :id AND open
        """)
    void close(long id, Instant at);

    @SqlUpdate("UPDATE review_answer SET undone_by = :by, undone_at = :at WHERE id = :id AND undone_at IS NULL")
    void undo(long id, String by, Instant at);

    @SqlUpdate("""
        UPDATE review_task t SET open = true, closed_at = NULL
        WHERE t.id = :id AND (t.second_of IS NOT NULL OR 1 < (
            SELECT count(DISTINCT eid) FROM membership
            WHERE record_id IN (t.left_record, t.right_record) AND to_change IS NULL))
        """)
    void reopen(long id);

    @SqlUpdate("""
        UPDATE review_task SET open = false, closed_at = :at, claimed_by = NULL, claimed_at = NULL
        WHERE second_of = :first AND open
        """)
    void closeSecond(long first, Instant at);

    @SqlUpdate("""
        INSERT INTO review_task (left_record, right_record, weight, rules, opened_at, risk, second_of)
        SELECT left_record, right_record, weight, rules, :at::timestamptz, risk, id FROM review_task t
        WHERE id = :first AND NOT EXISTS (SELECT 1 FROM review_task s WHERE s.second_of = t.id AND s.open)
        """)
    void putAgain(long first, Instant at);

    @SqlQuery("""
        SELECT f.task, f.answer AS "first", s.answer AS "second"
        FROM review_task t
        JOIN review_answer s ON s.task = t.id AND s.undone_at IS NULL
        JOIN review_answer f ON f.task = t.second_of AND f.undone_at IS NULL
        ORDER BY t.id
        """)
    List<Twice> listTwice();

    @SqlQuery("""
        SELECT DISTINCT ON (d.left_record, d.right_record)
               d.left_record, d.right_record, e.weight, d.kind = 'MUST_LINK' AS same, a.task IS NOT NULL AS review
        FROM decision d
        JOIN evidence e ON e.left_record = d.left_record AND e.right_record = d.right_record
        LEFT JOIN act a ON a.id = d.act
        WHERE d.withdrawn_at IS NULL
        ORDER BY d.left_record, d.right_record, a.task IS NOT NULL DESC
        """)
    Stream<Labelled> streamLabelled(@FetchSize int fetch);

    /** The question put again is closed when the answer it doubts no longer stands. */
    static void closeSecond(Handle transaction, Instant at, long act) {
        transaction.createUpdate("""
            UPDATE review_task SET open = false, closed_at = :at, claimed_by = NULL, claimed_at = NULL
            WHERE open AND second_of IN (SELECT task FROM review_answer WHERE act = :act)
            """).bind("at", at).bind("act", act).execute();
    }
}
