package org.hms.terminology;

import java.util.List;
import org.hms.terminology.concept.SchemeVersion;
import org.hms.terminology.rdf.Finding;

/** What became of a lexicon file. */
public sealed interface LexiconOutcome {

    /** It is stored and searched from now on; the adjustments tell where the file claimed more than its rules allow. */
    record Loaded(SchemeVersion scheme, int concepts, List<Finding> adjustments) implements LexiconOutcome {
        public Loaded {
            adjustments = List.copyOf(adjustments);
        }
    }

    /** The very same file was loaded under this version before. */
    record Unchanged(SchemeVersion scheme) implements LexiconOutcome {}

    /** It is refused as a whole, for these reasons. */
    record Refused(List<Finding> findings) implements LexiconOutcome {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
