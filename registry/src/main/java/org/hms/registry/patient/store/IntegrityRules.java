package org.hms.registry.patient.store;

import java.util.List;

/** The rules of {@link IntegrityCheck}, each as the query of its breaches. */
final class IntegrityRules {

    /** @param breaches a query of one column, {@code subject}: what breaks the rule */
    record Rule(String id, String sentence, String breaches) {}

    private static final List<Rule> RECORDS = List.of(
            new Rule("RECORD-01", "Each record belongs to a person", """
                    SELECT r.id AS subject FROM patient_record r
                    WHERE NOT EXISTS (SELECT FROM membership m WHERE m.record_id = r.id AND m.to_change IS NULL)"""),
            new Rule("RECORD-02", "A record belongs to one person at a time", """
                    SELECT a.record_id AS subject FROM membership a
                    JOIN membership b ON b.record_id = a.record_id AND b.ctid <> a.ctid
                        AND b.from_change >= a.from_change AND b.from_change < coalesce(a.to_change, 9223372036854775807)"""),
            new Rule("RECORD-03", "From its first day on a record belongs to somebody", """
                    SELECT subject FROM (
                        SELECT record_id AS subject, to_change,
                               lead(from_change) OVER (PARTITION BY record_id ORDER BY from_change) AS following
                        FROM membership) AS stay
                    WHERE to_change IS NOT NULL AND following IS DISTINCT FROM to_change"""),
            new Rule("RECORD-04", "No version of a record is missing", """
                    SELECT r.id AS subject FROM patient_record r
                    LEFT JOIN patient_record_version v ON v.record_id = r.id
                    GROUP BY r.id, r.version HAVING count(v.version) <> r.version OR max(v.version) <> r.version"""),
            new Rule("RECORD-05", "A record stands as its last version was received", """
                    SELECT r.id AS subject FROM patient_record r
                    JOIN patient_record_version v ON v.record_id = r.id AND v.version = r.version
                    WHERE v.received_at <> r.received_at"""),
            new Rule("RECORD-06", "Versions were received in their order", """
                    SELECT v.record_id AS subject FROM patient_record_version v
                    JOIN patient_record_version n ON n.record_id = v.record_id AND n.version = v.version + 1
                    WHERE n.change <= v.change OR n.received_at < v.received_at"""),
            new Rule("RECORD-07", "A record is found by the identifier it is fed under", """
                    SELECT r.id AS subject FROM patient_record r
                    WHERE NOT EXISTS (SELECT FROM patient_identifier i
                        WHERE i.record_id = r.id AND i.system = r.identifier_system AND i.value = r.identifier_value)"""),
            new Rule("RECORD-08", "A record is found by each identifier it carries, and by no other", """
                    SELECT r.id AS subject FROM patient_record r
                    WHERE (SELECT count(*) FROM patient_identifier i WHERE i.record_id = r.id) <>
                          (SELECT count(*) FROM (
                               SELECT r.identifier_system AS system, r.identifier_value AS value
                               UNION
                               SELECT x ->> 'system', x ->> 'value'
                               FROM jsonb_array_elements(r.demographics -> 'identifiers') AS x) AS carried)"""),
            new Rule("RECORD-09", "A record was accepted from a source that is registered", """
                    SELECT r.id AS subject FROM patient_record r
                    WHERE NOT EXISTS (SELECT FROM source_system s WHERE s.id = r.source)"""));

    private static final List<Rule> PERSONS = List.of(
            new Rule("PERSON-01", "A living person has a record", """
                    SELECT p.eid AS subject FROM person p
                    WHERE p.active AND NOT EXISTS (SELECT FROM membership m WHERE m.eid = p.eid AND m.to_change IS NULL)"""),
            new Rule("PERSON-02", "An ended person has no record", """
                    SELECT p.eid AS subject FROM person p
                    WHERE NOT p.active AND EXISTS (SELECT FROM membership m WHERE m.eid = p.eid AND m.to_change IS NULL)"""),
            // From the living back to the ended: forward, each ended one would bring along all that follow it.
            new Rule("PERSON-03", "Each ended enterprise id leads to a living person", """
                    WITH RECURSIVE leads AS (
                        SELECT eid FROM person WHERE active
                        UNION
                        SELECT p.eid FROM leads
                        JOIN lineage l ON l.to_eid = leads.eid
                        JOIN person p ON p.eid = l.from_eid AND NOT p.active)
                    SELECT eid AS subject FROM person WHERE NOT active EXCEPT SELECT eid FROM leads"""),
            new Rule("PERSON-04", "An enterprise id begins with its first record", """
                    SELECT p.eid AS subject FROM person p
                    WHERE NOT EXISTS (SELECT FROM membership m WHERE m.eid = p.eid AND m.from_change >= p.first_change)
                       OR EXISTS (SELECT FROM membership m WHERE m.eid = p.eid AND m.from_change < p.first_change)"""),
            // An end takes a number too, so that an id which comes back to life has a gap.
            new Rule("PERSON-05", "No version of a golden record is missing", """
                    SELECT p.eid AS subject FROM person p LEFT JOIN golden_record g ON g.eid = p.eid
                    GROUP BY p.eid, p.version
                    HAVING max(g.version) IS DISTINCT FROM p.version OR count(g.version) +
                        (SELECT count(DISTINCT l.change) FROM lineage l WHERE l.from_eid = p.eid) < p.version"""),
            new Rule(
                    "PERSON-06",
                    "Every golden value comes from a record of the person, or from a steward's act about one",
                    """
                    SELECT DISTINCT p.eid AS subject FROM person p
                    JOIN golden_record g ON g.eid = p.eid AND g.version = p.version
                    CROSS JOIN jsonb_array_elements(g.content -> 'provenance') AS value
                    WHERE p.active AND NOT EXISTS (SELECT FROM membership m
                        WHERE m.eid = p.eid AND m.to_change IS NULL AND m.record_id = value ->> 'sourceRecord')
                    AND NOT EXISTS (SELECT FROM golden_mark mark JOIN membership m ON m.record_id = mark.record_id
                        WHERE mark.live AND 'act/' || mark.act = value ->> 'sourceRecord'
                            AND m.eid = p.eid AND m.to_change IS NULL)"""),
            new Rule("PERSON-07", "A golden value comes from a version that its record has", """
                    SELECT DISTINCT p.eid AS subject FROM person p
                    JOIN golden_record g ON g.eid = p.eid AND g.version = p.version
                    CROSS JOIN jsonb_array_elements(g.content -> 'provenance') AS value
                    JOIN patient_record r ON r.id = value ->> 'sourceRecord'
                    WHERE p.active AND (value ->> 'recordVersion')::integer <> r.version"""),
            new Rule("PERSON-08", "A golden record carries the identifiers of its records", """
                    SELECT DISTINCT m.eid AS subject FROM membership m
                    JOIN person p ON p.eid = m.eid
                    JOIN golden_record g ON g.eid = p.eid AND g.version = p.version
                    JOIN patient_record r ON r.id = m.record_id AND r.active
                    CROSS JOIN jsonb_array_elements(r.demographics -> 'identifiers') AS carried
                    WHERE m.to_change IS NULL AND NOT g.content -> 'demographics' -> 'identifiers' @> jsonb_build_array(carried)"""));

    private static final List<Rule> LINKS = List.of(
            new Rule("LINK-01", "What a decision holds together is one person", """
                    SELECT d.id::text AS subject FROM decision d
                    JOIN membership a ON a.record_id = d.left_record AND a.to_change IS NULL
                    JOIN membership b ON b.record_id = d.right_record AND b.to_change IS NULL
                    WHERE d.withdrawn_at IS NULL AND d.kind = 'MUST_LINK' AND a.eid <> b.eid"""),
            new Rule("LINK-02", "What a decision holds apart are two persons", """
                    SELECT d.id::text AS subject FROM decision d
                    JOIN membership a ON a.record_id = d.left_record AND a.to_change IS NULL
                    JOIN membership b ON b.record_id = d.right_record AND b.to_change IS NULL
                    WHERE d.withdrawn_at IS NULL AND d.kind = 'CANNOT_LINK' AND a.eid = b.eid"""),
            new Rule("LINK-03", "Nobody is asked about two records of one person", """
                    SELECT t.id::text AS subject FROM review_task t
                    JOIN membership a ON a.record_id = t.left_record AND a.to_change IS NULL
                    JOIN membership b ON b.record_id = t.right_record AND b.to_change IS NULL
                    WHERE t.open AND a.eid = b.eid"""),
            new Rule("LINK-04", "Evidence has a weight", """
                    SELECT e.left_record AS subject FROM evidence e
                    WHERE e.weight = 'NaN' OR abs(e.weight) > 1000"""));

    private static final List<Rule> CHANGES = List.of(
            new Rule("CHANGE-01", "No change number is missing", """
                    SELECT (n.number - 1)::text AS subject FROM change n
                    WHERE n.number > 1 AND NOT EXISTS (SELECT FROM change c WHERE c.number = n.number - 1)"""),
            new Rule("CHANGE-02", "The last change is the one that is counted", """
                    SELECT c.last::text AS subject FROM change_counter c
                    WHERE c.last <> coalesce((SELECT max(number) FROM change), 0)"""),
            new Rule("CHANGE-03", "Every version of a record and of a golden record stands in the log of changes", """
                    SELECT v.record_id AS subject FROM patient_record_version v
                    LEFT JOIN change c ON c.number = v.change
                    WHERE c.subject_id IS DISTINCT FROM v.record_id
                    UNION ALL
                    SELECT g.eid FROM golden_record g LEFT JOIN change c ON c.number = g.change
                    WHERE c.subject_id IS DISTINCT FROM g.eid"""),
            new Rule("CHANGE-04", "Memberships and lineage change with a change that is logged", """
                    SELECT m.record_id AS subject FROM membership m
                    WHERE NOT EXISTS (SELECT FROM change c WHERE c.number = m.from_change)
                       OR m.to_change IS NOT NULL AND NOT EXISTS (SELECT FROM change c WHERE c.number = m.to_change)
                    UNION ALL
                    SELECT l.from_eid FROM lineage l WHERE NOT EXISTS (SELECT FROM change c WHERE c.number = l.change)"""));

    static final List<Rule> ALL = List.of(RECORDS, PERSONS, LINKS, CHANGES).stream()
            .flatMap(List::stream)
            .toList();

    private IntegrityRules() {}
}
