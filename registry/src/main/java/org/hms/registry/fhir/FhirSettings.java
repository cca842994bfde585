package org.hms.registry.fhir;

import org.jspecify.annotations.Nullable;

/**
 * The limits and the self-description of the FHIR face. The public base is the URL that ends in {@code /fhir} as
 * callers see it; without it the request's own host is used.
 */
public record FhirSettings(
        long maxBodyBytes,
        int defaultCount,
        int maxCount,
        @Nullable String publicBase,
        String software,
        String version) {

    /** The limits when a site says nothing: bodies to 1 MiB, pages of 20, at most 500. */
    public static FhirSettings defaults(String version) {
        return new FhirSettings(1 << 20, 20, 500, null, "HMS Registry", version);
    }
}
