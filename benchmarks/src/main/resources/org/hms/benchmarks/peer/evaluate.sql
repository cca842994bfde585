CREATE TABLE truth AS
SELECT p.n, t.person_id AS who
FROM read_csv('${DIR}/truth.csv', header = true, all_varchar = true) t
JOIN people p ON p.rec_id = t.record_id;
CREATE TABLE figures AS
SELECT (SELECT sum(k * (k - 1) / 2) FROM (SELECT count(*) AS k FROM truth GROUP BY who)) AS true_pairs,
       (SELECT count(*) FROM scored) AS blocked_pairs,
       (SELECT count(*) FROM scored s JOIN truth a ON a.n = s.l JOIN truth b ON b.n = s.r WHERE a.who = b.who) AS blocked_true,
       (SELECT count(*) FROM scored WHERE weight >= ${CUT}) AS found_pairs,
       (SELECT count(*) FROM scored s JOIN truth a ON a.n = s.l JOIN truth b ON b.n = s.r
        WHERE a.who = b.who AND weight >= ${CUT}) AS found_true,
       (SELECT sum(k * (k - 1) / 2) FROM (SELECT count(*) AS k FROM component GROUP BY c)) AS cluster_pairs,
       (SELECT max(k) FROM (SELECT count(*) AS k FROM component GROUP BY c)) AS largest_cluster,
       (SELECT sum(k * (k - 1) / 2)
        FROM (SELECT count(*) AS k FROM component JOIN truth USING (n) GROUP BY c, who)) AS cluster_true;
