package org.hms.terminology.rdf;

import java.util.List;
import org.hms.terminology.concept.SchemeVersion;

/** What became of a scheme version that was offered to the store. */
public sealed interface StoreOutcome {

    /** It is stored and is now the current version of its scheme. */
    record Stored(SchemeVersion scheme, int concepts) implements StoreOutcome {}

    /** The very same content is the current version already; nothing was written. */
    record Unchanged(SchemeVersion scheme) implements StoreOutcome {}

    /** It breaks the shapes; nothing was written. */
    record Refused(List<Finding> findings) implements StoreOutcome {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
