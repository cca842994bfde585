package org.hms.registry.quality;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where findings are kept and summed. Records of persons who object to secondary use count, but are never listed. */
public interface QualityStore {

    /** Part of a list and the length of the whole. */
    record Part<T>(List<T> items, long total) {
        public Part {
            items = List.copyOf(items);
        }
    }

    /** The figures of each group that has records. */
    Part<QualityFigures> figures(Scope scope, Set<Dimension> by, int limit, int offset);

    /** The records that carry one of the codes, by their id. */
    Part<Offender> offenders(Scope scope, Collection<Integer> codes, int limit, int offset);

    /** The next of these records whose ids come after the one given; for exports of any length. */
    List<Offender> offendersAfter(Scope scope, Collection<Integer> codes, String recordId, int limit);
}
