package org.hms.terminology.exchange;

import java.util.List;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.rdf.Finding;

/** What a file of mappings says, where in it each mapping stands, and which places could not be read and why. */
public record MappingReading(List<ConceptMapping> mappings, List<String> places, List<Finding> findings) {
    public MappingReading {
        mappings = List.copyOf(mappings);
        places = List.copyOf(places);
        findings = List.copyOf(findings);
        if (mappings.size() != places.size()) {
            throw new IllegalArgumentException("Each mapping stands somewhere");
        }
    }
}
