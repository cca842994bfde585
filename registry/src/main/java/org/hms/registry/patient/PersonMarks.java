package org.hms.registry.patient;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reader must know of a person beside the golden record: whether the identity is provisional, and an objection. */
public interface PersonMarks {

    /** Nothing is known of anybody. */
    PersonMarks NONE = eids -> Map.of();

    /**
     * @param objects whether the person objects to secondary use of the data (Ley 7593/2025)
     */
    record Mark(@Nullable Provisional provisional, boolean objects) {
        public static final Mark NOTHING = new Mark(null, false);
    }

    /** By enterprise id; persons of whom nothing is to be known are absent. */
    Map<String, Mark> of(Collection<String> eids);

    default Mark of(String eid) {
        return of(List.of(eid)).getOrDefault(eid, Mark.NOTHING);
    }
}
