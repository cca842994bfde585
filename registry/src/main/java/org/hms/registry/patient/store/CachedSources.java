package org.hms.registry.patient.store;

import java.util.List;
import org.hms.registry.patient.SourceSystem;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The source systems, which each feed asks for: read once and kept until one changes. A change and the reading after it
 * exclude each other, so that no reader brings back what was before.
 */
final class CachedSources {

    private final Jdbi jdbi;
    private final StoredJson json;
    private volatile @Nullable List<SourceSystem> kept;

    CachedSources(Jdbi jdbi, StoredJson json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** One and the same list until a source changes. */
    List<SourceSystem> list() {
        var list = kept;
        return list == null ? read() : list;
    }

    private synchronized List<SourceSystem> read() {
        var list = kept;
        if (list == null) {
            list = jdbi.withExtension(SourceSystemDao.class, SourceSystemDao::list).stream()
                    .map(row -> row.toSource(json))
                    .toList();
            kept = list;
        }
        return list;
    }

    synchronized void put(SourceSystem source, boolean managed) {
        jdbi.useExtension(SourceSystemDao.class, dao -> dao.put(SourceSystemDao.Row.of(source, json), managed));
        kept = null;
    }
}
