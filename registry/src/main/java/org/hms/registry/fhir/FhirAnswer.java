package org.hms.registry.fhir;

import java.time.Instant;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What a handler answers. The etag is the bare version; the location is relative to the base, such as
 * {@code Patient/1/_history/2}.
 */
public record FhirAnswer(
        int status,
        @Nullable Resource body,
        @Nullable String etag,
        @Nullable Instant lastModified,
        @Nullable String location) {

    /** 200 with the resource; version and time are taken from its meta. */
    public static FhirAnswer ok(Resource resource) {
        return new FhirAnswer(200, resource, versionOf(resource), timeOf(resource), null);
    }

    /** 201 with the resource, where it can be read, and its version. */
    public static FhirAnswer created(Resource resource, String location) {
        return new FhirAnswer(201, resource, versionOf(resource), timeOf(resource), location);
    }

    public static FhirAnswer noContent() {
        return new FhirAnswer(204, null, null, null, null);
    }

    public FhirAnswer withVersion(String version, Instant modified) {
        return new FhirAnswer(status, body, version, modified, location);
    }

    public FhirAnswer withLocation(String where) {
        return new FhirAnswer(status, body, etag, lastModified, where);
    }

    private static @Nullable String versionOf(Resource resource) {
        return resource.hasMeta() && resource.getMeta().hasVersionId()
                ? resource.getMeta().getVersionId()
                : null;
    }

    private static @Nullable Instant timeOf(Resource resource) {
        return resource.hasMeta() && resource.getMeta().hasLastUpdated()
                ? resource.getMeta().getLastUpdated().toInstant()
                : null;
    }
}
