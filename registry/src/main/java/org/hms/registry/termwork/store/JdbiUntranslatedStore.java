package org.hms.registry.termwork.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hms.registry.termwork.UntranslatedQuery;
import org.hms.registry.termwork.UntranslatedStore;
import org.jdbi.v3.core.Jdbi;

/** The table {@code untranslated_query}. */
public final class JdbiUntranslatedStore implements UntranslatedStore {
    private final Jdbi jdbi;

    public JdbiUntranslatedStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(Map<Cell, Long> counts) {
        if (counts.isEmpty()) {
            return;
        }
        jdbi.useTransaction(handle -> {
            var batch = handle.prepareBatch("""
                    INSERT INTO untranslated_query AS known (text, language, day, asked)
                    VALUES (:text, :language, :day, :asked)
                    ON CONFLICT (text, language, day) DO UPDATE SET asked = known.asked + excluded.asked
                    """);
            counts.forEach((cell, asked) -> batch.bind("text", cell.text())
                    .bind("language", cell.language())
                    .bind("day", cell.day())
                    .bind("asked", asked)
                    .add());
            batch.execute();
        });
    }

    @Override
    public List<UntranslatedQuery> list(LocalDate since, int from, int limit, int offset) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT text, language, sum(asked)::bigint AS asked, count(*)::int AS days,
                               min(day) AS first, max(day) AS last
                        FROM untranslated_query WHERE day >= :since
                        GROUP BY text, language HAVING sum(asked) >= :from
                        ORDER BY asked DESC, text, language LIMIT :limit OFFSET :offset
                        """)
                .bind("since", since)
                .bind("from", from)
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> new UntranslatedQuery(
                        row.getString("text"),
                        row.getString("language"),
                        row.getLong("asked"),
                        row.getInt("days"),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class)))
                .list());
    }

    @Override
    public int settle(String text) {
        return jdbi.withHandle(handle -> handle.execute("DELETE FROM untranslated_query WHERE text = ?", text));
    }

    @Override
    public int forgetBefore(LocalDate day) {
        return jdbi.withHandle(handle -> handle.execute("DELETE FROM untranslated_query WHERE day < ?", day));
    }
}
