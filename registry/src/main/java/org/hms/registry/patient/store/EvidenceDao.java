package org.hms.registry.patient.store;

import java.util.Collection;
import java.util.List;
import org.hms.matching.score.MatchScore;
import org.hms.registry.patient.Decision;
import org.hms.registry.patient.LinkEvidence;
import org.hms.registry.store.StoredJson;
import org.hms.rules.linkage.Verdict;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Rows of {@code evidence} and {@code decision}. */
@RegisterConstructorMapper(EvidenceDao.Row.class)
@RegisterConstructorMapper(Decision.class)
public interface EvidenceDao {

    /** A pair as it stands in its row; the parts of the score and the guards' verdict are in the detail. */
    record Row(String leftRecord, String rightRecord, String detail) {
        LinkEvidence toEvidence(StoredJson json) {
            var known = json.read(detail, Detail.class);
            return new LinkEvidence(leftRecord, rightRecord, known.score(), known.verdict());
        }
    }

    /** The jsonb form of what was found. */
    record Detail(MatchScore score, Verdict verdict) {}

    @SqlQuery("""
        SELECT left_record, right_record, detail FROM evidence
        WHERE left_record = ANY(:ids) AND weight >= :weight
        UNION
        SELECT left_record, right_record, detail FROM evidence
        WHERE right_record = ANY(:ids) AND weight >= :weight
        ORDER BY left_record, right_record
        """)
    List<Row> listTouching(Collection<String> ids, double weight);

    @SqlQuery("""
        SELECT left_record, right_record, detail FROM evidence
        WHERE left_record = ANY(:ids) AND right_record = ANY(:ids) ORDER BY left_record, right_record
        """)
    List<Row> listWithin(Collection<String> ids);

    @SqlQuery("""
        SELECT left_record AS left, right_record AS right, kind, decided_by, reason, decided_at,
               act
        FROM decision
        WHERE withdrawn_at IS NULL AND (left_record = ANY(:ids) OR right_record = ANY(:ids))
        ORDER BY left_record, right_record, id
        """)
    List<Decision> listDecisions(Collection<String> ids);
}
