package org.hms.registry.quality.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.hms.registry.patient.PersonMarks;
import org.jdbi.v3.core.Jdbi;

/** Marks computed at each reading: a provisional identity by the clock, an objection by the records of the person. */
public final class JdbiPersonMarks implements PersonMarks {

    private final Jdbi jdbi;
    private final JdbiProvisionalList provisional;

    public JdbiPersonMarks(Jdbi jdbi, JdbiProvisionalList provisional) {
        this.jdbi = jdbi;
        this.provisional = provisional;
    }

    @Override
    public Map<String, Mark> of(Collection<String> eids) {
        if (eids.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> {
            var objecting = handle.createQuery("""
                            SELECT DISTINCT m.eid FROM membership m
                            JOIN objection b ON b.record_id = m.record_id AND b.withdrawn_at IS NULL
                            WHERE m.to_change IS NULL AND m.eid = ANY(:eids)
                            """)
                    .bindArray("eids", String.class, List.copyOf(eids))
                    .mapTo(String.class)
                    .set();
            var provisionals = provisional.among(handle, eids);
            var marked = new HashSet<>(objecting);
            marked.addAll(provisionals.keySet());
            var marks = new HashMap<String, Mark>();
            marked.forEach(eid -> marks.put(eid, new Mark(provisionals.get(eid), objecting.contains(eid))));
            return Map.copyOf(marks);
        });
    }
}
