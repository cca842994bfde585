package org.hms.terminology.exchange;

import java.util.List;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.rdf.Finding;

/** What an SSSOM file says, and which of its rows could not be read and why. */
public record SssomReading(List<ConceptMapping> mappings, List<Finding> findings) {
    public SssomReading {
        mappings = List.copyOf(mappings);
        findings = List.copyOf(findings);
    }
}
