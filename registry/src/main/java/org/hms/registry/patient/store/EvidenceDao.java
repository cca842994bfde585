package org.hms.registry.patient.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.hms.matching.cluster.Constraint;
import org.hms.matching.score.MatchScore;
import org.hms.registry.patient.Decision;
import org.hms.registry.patient.LinkEvidence;
import org.hms.registry.store.StoredJson;
import org.hms.rules.linkage.Verdict;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of {@code evidence} and {@code decision}, which every group of records asks for several times. */
final class EvidenceDao {

    private static final String ROW = "SELECT left_record, right_record, detail FROM evidence ";

    private final Handle handle;

    EvidenceDao(Handle handle) {
        this.handle = handle;
    }

    /** A pair as it stands in its row; the parts of the score and the guards' verdict are in the detail. */
    record Row(String leftRecord, String rightRecord, String detail) {

        private static Row of(ResultSet row, StatementContext context) throws SQLException {
            return new Row(row.getString("left_record"), row.getString("right_record"), row.getString("detail"));
        }

        LinkEvidence toEvidence(StoredJson json) {
            var known = json.read(detail, Detail.class);
            return new LinkEvidence(leftRecord, rightRecord, known.score(), known.verdict());
        }
    }

    /** The jsonb form of what was found. */
    record Detail(MatchScore score, Verdict verdict) {}

    List<Row> listTouching(Collection<String> ids, double weight) {
        return handle.createQuery(ROW + "WHERE left_record = ANY(:ids) AND weight >= :weight UNION " + ROW
                        + "WHERE right_record = ANY(:ids) AND weight >= :weight ORDER BY left_record, right_record")
                .bindArray("ids", String.class, ids)
                .bind("weight", weight)
                .map(Row::of)
                .list();
    }

    List<Row> listWithin(Collection<String> ids) {
        return handle.createQuery(ROW + "WHERE left_record = ANY(:ids) AND right_record = ANY(:ids)"
                        + " ORDER BY left_record, right_record")
                .bindArray("ids", String.class, ids)
                .map(Row::of)
                .list();
    }

    List<Decision> listDecisions(Collection<String> ids) {
        return handle.createQuery("""
                        SELECT left_record, right_record, kind, decided_by, reason, decided_at, act FROM decision
                        WHERE withdrawn_at IS NULL AND (left_record = ANY(:ids) OR right_record = ANY(:ids))
                        ORDER BY left_record, right_record, id
                        """)
                .bindArray("ids", String.class, ids)
                .map((row, context) -> new Decision(
                        row.getString("left_record"),
                        row.getString("right_record"),
                        Constraint.Kind.valueOf(row.getString("kind")),
                        row.getString("decided_by"),
                        row.getString("reason"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getObject("act", Long.class)))
                .list();
    }
}
