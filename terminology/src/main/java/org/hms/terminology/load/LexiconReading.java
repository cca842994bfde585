package org.hms.terminology.load;

import java.util.List;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.rdf.Finding;

/**
 * What the loader made of a lexicon file: the concepts, the hash of the bytes, the findings for which the file must be
 * refused, and the adjustments that were made because the lexicon's own rules demand them.
 */
public record LexiconReading(
        int rows, List<Concept> concepts, String contentHash, List<Finding> findings, List<Finding> adjustments) {
    public LexiconReading {
        concepts = List.copyOf(concepts);
        findings = List.copyOf(findings);
        adjustments = List.copyOf(adjustments);
    }
}
