package org.hms.registry.patient.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hms.registry.patient.ResolvedGroup;
import org.jdbi.v3.core.Handle;

/**
 * Brings the tasks about the records of a change in line with what is doubtful now: a pair that no longer needs one has its
 * task closed, a pair that needs one has it opened, again the one it had before. A pair that a steward could not tell is asked
 * about again when a source changes one of its records.
 */
final class TaskCommit {

    /** Children below school age, and pairs with a document in common, come first. */
    private static final String OPEN = """
            INSERT INTO review_task (left_record, right_record, weight, rules, opened_at, risk)
            SELECT d.left_record, d.right_record, d.weight, d.rules, d.at,
                   1 + (SELECT count(*) > 0 FROM patient_identifier a JOIN patient_identifier b
                            ON b.system = a.system AND b.value = a.value
                        WHERE a.record_id = d.left_record AND b.record_id = d.right_record)::int * 2
                     + (SELECT bool_or(coalesce((demographics #>> '{birth,date,year}')::int, 0)
                            >= extract(year FROM d.at) - 5)
                        FROM patient_record WHERE id IN (d.left_record, d.right_record))::int
            FROM (%s) AS d
            WHERE NOT EXISTS (SELECT 1 FROM review_task t
                              WHERE t.left_record = d.left_record AND t.right_record = d.right_record
                                AND t.second_of IS NULL)
            """;

    /** Opens the tasks of all pairs whose evidence asks for one and who are two persons, where there were none. */
    static final String OPEN_ALL = OPEN.formatted("""
            SELECT e.left_record, e.right_record, e.weight,
                   ARRAY(SELECT jsonb_array_elements(e.detail #> '{verdict,rules}') ->> 'id') AS rules, now() AS at
            FROM evidence e
            JOIN membership l ON l.record_id = e.left_record AND l.to_change IS NULL
            JOIN membership r ON r.record_id = e.right_record AND r.to_change IS NULL
            WHERE e.action <> 'VETO' AND l.eid <> r.eid
            """);

    private final Handle transaction;
    private final ResolvedGroup group;
    /** Nobody was ever asked about a record that has just come. */
    private final Set<String> born;

    private final Set<String> concerned = new TreeSet<>();

    TaskCommit(Handle transaction, ResolvedGroup group, Set<String> alsoConcerned) {
        this.transaction = transaction;
        this.group = group;
        concerned.addAll(group.evidence().keySet());
        concerned.addAll(group.identification().moves().keySet());
        concerned.addAll(alsoConcerned);
        born = group.born();
        concerned.removeAll(born);
    }

    void write() {
        close();
        if (!group.doubts().isEmpty()) {
            reopen();
            open();
        }
    }

    private void close() {
        if (concerned.isEmpty()) {
            return;
        }
        var lefts = group.doubts().stream().map(ResolvedGroup.Doubt::left).toList();
        var rights = group.doubts().stream().map(ResolvedGroup.Doubt::right).toList();
        transaction
                .createUpdate("""
                    UPDATE review_task t SET open = false, closed_at = :at, claimed_by = NULL, claimed_at = NULL
                    WHERE t.open AND t.second_of IS NULL
                      AND (t.left_record = ANY(:ids) OR t.right_record = ANY(:ids))
                      AND NOT EXISTS (SELECT 1 FROM unnest(:lefts::text[], :rights::text[]) AS d (l, r)
                                      WHERE d.l = t.left_record AND d.r = t.right_record)
                    """)
                .bind("at", group.at())
                .bindArray("ids", String.class, List.copyOf(concerned))
                .bindArray("lefts", String.class, lefts)
                .bindArray("rights", String.class, rights)
                .execute();
    }

    /** Weight and rules as they are now; a task that was closed opens again, unless it was answered as far as it could be. */
    private void reopen() {
        var changed = group.versions().stream().map(next -> next.record().id()).collect(Collectors.toSet());
        changed.removeAll(born);
        var asked = group.doubts().stream()
                .filter(doubt -> !born.contains(doubt.left()) && !born.contains(doubt.right()))
                .toList();
        if (!asked.isEmpty()) {
            reopen(asked, changed);
        }
        if (!changed.isEmpty()) {
            supersede(List.copyOf(changed));
        }
    }

    private void reopen(List<ResolvedGroup.Doubt> asked, Set<String> changed) {
        var batch = transaction.prepareBatch("""
            UPDATE review_task t SET open = true, closed_at = NULL, weight = :weight, rules = :rules
            WHERE t.id = (SELECT max(id) FROM review_task
                          WHERE left_record = :left AND right_record = :right AND second_of IS NULL)
              AND (t.open OR :changed OR NOT EXISTS (
                  SELECT 1 FROM review_answer a WHERE a.task = t.id AND a.undone_at IS NULL
                  AND a.answer IN ('CANNOT_TELL', 'FIX_SOURCE')))
            """);
        for (var doubt : asked) {
            batch.bind("left", doubt.left())
                    .bind("right", doubt.right())
                    .bind("weight", doubt.weight())
                    .bindArray("rules", String.class, doubt.rules())
                    .bind("changed", changed.contains(doubt.left()) || changed.contains(doubt.right()))
                    .add();
        }
        batch.execute();
    }

    /** An answer that a source's correction has overtaken no longer stands for its task. */
    private void supersede(List<String> changed) {
        transaction
                .createUpdate("""
                    UPDATE review_answer a SET undone_at = :at, undone_by = 'source'
                    FROM review_task t WHERE a.task = t.id AND t.open AND a.undone_at IS NULL
                      AND a.answer IN ('CANNOT_TELL', 'FIX_SOURCE')
                      AND (t.left_record = ANY(:changed) OR t.right_record = ANY(:changed))
                    """)
                .bind("at", group.at())
                .bindArray("changed", String.class, changed)
                .execute();
    }

    private void open() {
        var batch = transaction.prepareBatch(OPEN.formatted("""
            SELECT :left::text AS left_record, :right::text AS right_record, :weight::double precision AS weight,
                   :rules::text[] AS rules, :at::timestamptz AS at
            """));
        for (var doubt : group.doubts()) {
            batch.bind("left", doubt.left())
                    .bind("right", doubt.right())
                    .bind("weight", doubt.weight())
                    .bindArray("rules", String.class, doubt.rules())
                    .bind("at", group.at())
                    .add();
        }
        batch.execute();
    }
}
