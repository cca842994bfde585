package org.hms.registry.patient.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hms.registry.patient.GoldenRecord;
import org.hms.registry.store.InstanceProperties;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the search rows of persons who were there before this edition of them; afterwards each commit keeps its own. */
public final class PersonProjectionFill {

    private static final Logger LOG = LoggerFactory.getLogger(PersonProjectionFill.class);
    private static final String PROPERTY = "person-search-edition";

    /** Goes up whenever rows are made otherwise: the next start makes all of them anew. */
    private static final String EDITION = "1";

    private static final int BATCH = 1_000;

    private final Jdbi jdbi;
    private final InstanceProperties properties;
    private final StoredJson json = new StoredJson();

    public PersonProjectionFill(Jdbi jdbi, InstanceProperties properties) {
        this.jdbi = jdbi;
        this.properties = properties;
    }

    /** Does nothing when the rows are of this edition. Nobody else may write persons meanwhile. */
    public void fillOnce() {
        if (properties.find(PROPERTY).filter(EDITION::equals).isPresent()) {
            return;
        }
        long filled = 0;
        var after = "";
        for (var batch = next(after); !batch.isEmpty(); batch = next(after)) {
            write(batch);
            filled += batch.size();
            after = batch.getLast().eid();
        }
        fillEnded();
        properties.put(PROPERTY, EDITION);
        if (filled > 0) {
            LOG.info("{} persons can now be searched", filled);
        }
    }

    private List<GoldenRecord> next(String after) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT g.content FROM person p JOIN golden_record g ON g.eid = p.eid AND g.version = p.version
                        WHERE p.active AND p.eid > :after ORDER BY p.eid LIMIT :batch
                        """)
                .bind("after", after)
                .bind("batch", BATCH)
                .mapTo(String.class)
                .map(content -> json.read(content, GoldenRecord.class))
                .list());
    }

    private void write(List<GoldenRecord> batch) {
        jdbi.useTransaction(transaction -> new PersonProjection(
                        transaction, new NewRows(transaction, json, Map.of()), new WrittenWords())
                .write(batch, Set.of()));
    }

    private void fillEnded() {
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO person_search (eid, living, active, updated_at, terms)
                SELECT p.eid, false, false, coalesce(max(c.at), now()), ''
                FROM person p LEFT JOIN lineage l ON l.from_eid = p.eid LEFT JOIN change c ON c.number = l.change
                WHERE NOT p.active GROUP BY p.eid
                ON CONFLICT (eid) DO NOTHING
                """));
    }
}
