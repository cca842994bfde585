package org.hms.registry.termwork.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hms.registry.termwork.ConceptUseStore;
import org.jdbi.v3.core.Jdbi;

/** The table {@code concept_use}. */
public final class JdbiConceptUseStore implements ConceptUseStore {
    private final Jdbi jdbi;

    public JdbiConceptUseStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(Map<Cell, Long> counts) {
        jdbi.useTransaction(handle -> {
            var batch = handle.prepareBatch("""
                    INSERT INTO concept_use AS known (concept, district, week, uses)
                    VALUES (:concept, :district, :week, :uses)
                    ON CONFLICT (concept, district, week) DO UPDATE SET uses = known.uses + excluded.uses
                    """);
            counts.forEach((cell, uses) -> batch.bind("concept", cell.concept())
                    .bind("district", cell.district())
                    .bind("week", cell.week())
                    .bind("uses", uses)
                    .add());
            batch.execute();
        });
    }

    @Override
    public Map<Cell, Long> between(LocalDate from, LocalDate to) {
        return jdbi.withHandle(handle -> {
            var counts = new HashMap<Cell, Long>();
            handle.createQuery("SELECT concept, district, week, uses FROM concept_use WHERE week BETWEEN :from AND :to")
                    .bind("from", from)
                    .bind("to", to)
                    .map((row, context) -> Map.entry(cell(row), row.getLong("uses")))
                    .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
            return counts;
        });
    }

    @Override
    public List<Map.Entry<Cell, Long>> of(String concept, LocalDate from) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT concept, district, week, uses FROM concept_use
                        WHERE concept = :concept AND week >= :from ORDER BY week, district
                        """)
                .bind("concept", concept)
                .bind("from", from)
                .map((row, context) -> Map.entry(cell(row), row.getLong("uses")))
                .list());
    }

    @Override
    public int forgetBefore(LocalDate week) {
        return jdbi.withHandle(handle -> handle.execute("DELETE FROM concept_use WHERE week < ?", week));
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(row.getString("concept"), row.getString("district"), row.getObject("week", LocalDate.class));
    }
}
