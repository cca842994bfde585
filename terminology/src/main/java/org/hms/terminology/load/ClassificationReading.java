package org.hms.terminology.load;

import java.util.List;
import org.hms.terminology.system.SourceConcept;

/** What an importer made of a classification's file, before anything is compiled. */
public record ClassificationReading(
        int read, List<SourceConcept> concepts, List<RowIssue> rejected, List<RowIssue> adjusted) {
    public ClassificationReading {
        concepts = List.copyOf(concepts);
        rejected = List.copyOf(rejected);
        adjusted = List.copyOf(adjusted);
    }
}
