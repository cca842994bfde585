package org.hms.registry.patient.store;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hms.registry.patient.Act;
import org.hms.registry.patient.Act.Said;
import org.hms.registry.patient.ActKind;
import org.hms.registry.patient.Intent;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Rows of {@code act} and {@code act_record}. */
@RegisterConstructorMapper(ActDao.Row.class)
public interface ActDao {

    /** An act as it stands in its row. */
    record Row(
            long id,
            ActKind kind,
            Act.State state,
            String intent,
            @Nullable Long task,
            int moves,
            String statedBy,
            String reason,
            OffsetDateTime statedAt,
            @Nullable String approvedBy,
            @Nullable OffsetDateTime approvedAt,
            @Nullable String withdrawalBy,
            @Nullable OffsetDateTime withdrawalAt,
            @Nullable String withdrawalWhy,
            @Nullable String withdrawnBy,
            @Nullable OffsetDateTime withdrawnAt,
            @Nullable String withdrawnWhy) {

        Act toAct(StoredJson json) {
            return new Act(
                    id,
                    state,
                    json.read(intent, form(kind)),
                    task,
                    moves,
                    new Said(statedBy, statedAt.toInstant(), reason),
                    said(approvedBy, approvedAt, null),
                    said(withdrawalBy, withdrawalAt, withdrawalWhy),
                    said(withdrawnBy, withdrawnAt, withdrawnWhy));
        }

        private static @Nullable Said said(@Nullable String by, @Nullable OffsetDateTime at, @Nullable String why) {
            return by == null || at == null ? null : new Said(by, at.toInstant(), why == null ? "" : why);
        }

        private static Class<? extends Intent> form(ActKind kind) {
            return switch (kind) {
                case SAME -> Intent.Same.class;
                case DIFFERENT -> Intent.Different.class;
                case MERGE -> Intent.Merge.class;
                case SPLIT -> Intent.Split.class;
                case MOVE -> Intent.Move.class;
                case PIN -> Intent.Pin.class;
                case DECEASED -> Intent.Deceased.class;
                case CONFIDENTIAL -> Intent.Confidential.class;
            };
        }
    }

    String COLUMNS = """
        SELECT a.id, a.kind, a.state, a.intent, a.task, a.moves, a.stated_by, a.reason, a.stated_at, a.approved_by,
               a.approved_at, a.withdrawal_by, a.withdrawal_at, a.withdrawal_why, a.withdrawn_by, a.withdrawn_at, a.withdrawn_why
        """;

    String WANTED = """
        FROM act a
        WHERE (:state::text IS NULL OR a.state = :state)
          AND (:records::text[] IS NULL OR a.id IN (SELECT act FROM act_record WHERE record_id = ANY(:records)))
        """;

    @SqlQuery("SELECT nextval('act_id')")
    long next();

    @SqlQuery(COLUMNS + "FROM act a WHERE a.id = :id")
    Optional<Row> find(long id);

    @SqlQuery("SELECT record_id FROM act_record WHERE act = :act ORDER BY record_id")
    List<String> listRecords(long act);

    @SqlQuery("SELECT count(*) " + WANTED)
    long count(@Nullable List<String> records, @Nullable String state);

    @SqlQuery(COLUMNS + WANTED + "ORDER BY a.id DESC LIMIT :limit OFFSET :offset")
    List<Row> list(@Nullable List<String> records, @Nullable String state, int limit, int offset);
}
