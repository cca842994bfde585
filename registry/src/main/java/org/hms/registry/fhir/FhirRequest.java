package org.hms.registry.fhir;

import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * One interaction as a handler sees it: already authenticated, routed, allowed and parsed. The type is empty at system
 * level; the base is the URL that ends in {@code /fhir}; the languages are those wished by header, as they were written.
 */
public record FhirRequest(
        Caller caller,
        String type,
        @Nullable String id,
        @Nullable String version,
        SearchQuery query,
        @Nullable Resource body,
        Conditional conditional,
        Preferences preferences,
        String base,
        @Nullable String languages) {

    public FhirRequest(
            Caller caller,
            String type,
            @Nullable String id,
            @Nullable String version,
            SearchQuery query,
            @Nullable Resource body,
            Conditional conditional,
            Preferences preferences,
            String base) {
        this(caller, type, id, version, query, body, conditional, preferences, base, null);
    }

    /** The same request, asked otherwise. */
    public FhirRequest with(SearchQuery other) {
        return new FhirRequest(caller, type, id, version, other, body, conditional, preferences, base, languages);
    }

    public String requireId() {
        if (id == null) {
            throw FhirProblem.invalid("The URL names no resource id");
        }
        return id;
    }

    public String requireVersion() {
        if (version == null) {
            throw FhirProblem.invalid("The URL names no version");
        }
        return version;
    }

    /** The body as the resource type this interaction takes; refuses with 400 when it is absent or another. */
    public <T extends Resource> T requireBody(Class<T> wanted) {
        if (body == null) {
            throw FhirProblem.invalid("A body with a " + wanted.getSimpleName() + " is needed");
        }
        if (!wanted.isInstance(body)) {
            throw FhirProblem.invalid("The body is a " + body.fhirType() + ", not a " + wanted.getSimpleName());
        }
        return wanted.cast(body);
    }
}
