package org.hms.registry.editorial.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hms.registry.editorial.Change;
import org.hms.registry.editorial.Proposal;
import org.hms.registry.editorial.Proposal.Origin;
import org.hms.registry.editorial.Proposal.Review;
import org.hms.registry.editorial.Proposal.State;
import org.hms.registry.editorial.ProposalStore;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code term_proposal}; the change stands in it as JSON under the name of its kind. */
public final class JdbiProposalStore implements ProposalStore {
    private static final Map<String, Class<? extends Change>> KINDS = Map.of(
            "concept", Change.NewConcept.class,
            "label", Change.NewLabel.class,
            "mapping", Change.NewMapping.class,
            "deprecation", Change.Deprecate.class);

    private final Jdbi jdbi;
    private final StoredJson json = new StoredJson();

    public JdbiProposalStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Proposal add(Change change, Origin origin, String author, Instant at) {
        return jdbi.withHandle(handle -> add(handle, change, origin, author, at));
    }

    @Override
    public List<Proposal> addAll(List<? extends Change> changes, Origin origin, String author, Instant at) {
        return jdbi.inTransaction(handle -> changes.stream()
                .map(change -> add(handle, change, origin, author, at))
                .toList());
    }

    private Proposal add(Handle handle, Change change, Origin origin, String author, Instant at) {
        long id = handle.createQuery("""
                        INSERT INTO term_proposal (kind, concept, change, origin, state, author, at)
                        VALUES (:kind, :concept, cast(:change AS jsonb), :origin, 'OPEN', :author, :at) RETURNING id
                        """)
                .bind("kind", kind(change))
                .bind("concept", change.concept())
                .bind("change", json.write(change))
                .bind("origin", origin.name())
                .bind("author", author)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one();
        return new Proposal(id, change, origin, State.OPEN, author, at, null, null);
    }

    @Override
    public Optional<Proposal> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM term_proposal WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> proposal(row))
                .findOne());
    }

    @Override
    public List<Proposal> listMappings(@Nullable String concept) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM term_proposal
                        WHERE kind = 'mapping' AND (cast(:concept AS text) IS NULL OR concept = :concept) ORDER BY id
                        """)
                .bind("concept", concept)
                .map((row, context) -> proposal(row))
                .list());
    }

    @Override
    public List<Proposal> list(@Nullable State state, @Nullable Origin origin, int limit, int offset) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM term_proposal
                        WHERE (cast(:state AS text) IS NULL OR state = :state)
                          AND (cast(:origin AS text) IS NULL OR origin = :origin)
                        ORDER BY id LIMIT :limit OFFSET :offset
                        """)
                .bind("state", state == null ? null : state.name())
                .bind("origin", origin == null ? null : origin.name())
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> proposal(row))
                .list());
    }

    @Override
    public List<Proposal> listAccepted() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM term_proposal WHERE state = 'ACCEPTED' ORDER BY id")
                        .map((row, context) -> proposal(row))
                        .list());
    }

    @Override
    public boolean settle(long id, State state, @Nullable Review review) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE term_proposal
                                SET state = :state, reviewer = :reviewer, reviewed_at = :at, reason = :reason,
                                    corrected = cast(:corrected AS jsonb)
                                WHERE id = :id AND state = 'OPEN'
                                """)
                        .bind("id", id)
                        .bind("state", state.name())
                        .bind("reviewer", review == null ? null : review.reviewer())
                        .bind("at", review == null ? null : review.at().atOffset(ZoneOffset.UTC))
                        .bind("reason", review == null ? null : review.reason())
                        .bind(
                                "corrected",
                                review == null || review.corrected() == null ? null : json.write(review.corrected()))
                        .execute()
                == 1);
    }

    @Override
    public void markPublished(Collection<Long> ids, String version) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE term_proposal SET state = 'PUBLISHED', version = :version
                        WHERE id = ANY (:ids) AND state = 'ACCEPTED'
                        """)
                .bind("version", version)
                .bindArray("ids", Long.class, ids)
                .execute());
    }

    private Proposal proposal(ResultSet row) throws SQLException {
        var reviewer = row.getString("reviewer");
        var corrected = row.getString("corrected");
        var review = reviewer == null
                ? null
                : new Review(
                        reviewer,
                        row.getObject("reviewed_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason"),
                        corrected == null ? null : json.read(corrected, Change.NewMapping.class));
        return new Proposal(
                row.getLong("id"),
                change(row.getString("kind"), row.getString("change")),
                Origin.valueOf(row.getString("origin")),
                State.valueOf(row.getString("state")),
                row.getString("author"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                review,
                row.getString("version"));
    }

    private Change change(String kind, String stored) {
        var type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalStateException("The store holds a proposal of an unknown kind: " + kind);
        }
        return json.read(stored, type);
    }

    private static String kind(Change change) {
        return switch (change) {
            case Change.NewConcept _ -> "concept";
            case Change.NewLabel _ -> "label";
            case Change.NewMapping _ -> "mapping";
            case Change.Deprecate _ -> "deprecation";
        };
    }
}
