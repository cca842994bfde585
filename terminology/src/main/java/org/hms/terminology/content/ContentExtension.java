package org.hms.terminology.content;

import java.util.List;

/**
 * What is said of a concept or text beyond its standard elements: the URL that says what it means, and either a value
 * with FHIR's word for its type or parts of its own.
 */
public record ContentExtension(String url, String type, String value, List<ContentExtension> parts) {
    public static final String STANDARDS_STATUS =
            "http://hl7.org/fhir/StructureDefinition/structuredefinition-standards-status";

    /** Whether a dialect prefers a text of SNOMED CT or accepts it. */
    public static final String ACCEPTABILITY = "http://snomed.info/fhir/StructureDefinition/designation-use-context";

    public ContentExtension {
        parts = List.copyOf(parts);
    }

    public static ContentExtension of(String url, String type, String value) {
        return new ContentExtension(url, type, value, List.of());
    }
}
