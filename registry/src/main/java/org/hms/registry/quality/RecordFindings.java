package org.hms.registry.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a record lacks.
 *
 * @param district the INE code of the district of residence, empty where none is known
 * @param codes of {@link Indicator}, ascending; duplicates in a source are found by the store, which knows the persons
 * @param documented whether a usable identity document is named
 * @param provisional why the identity is provisional, if it is
 */
public record RecordFindings(
        String district,
        List<Integer> codes,
        boolean documented,
        @Nullable Reason provisional) {

    /** Why an identity stands on no document. */
    public enum Reason {
        /** A minor whom the IPS registers without a document. */
        IPS_CHILD,
        /** A newborn under a placeholder for a name. */
        NEWBORN
    }

    public RecordFindings {
        codes = List.copyOf(codes);
    }
}
