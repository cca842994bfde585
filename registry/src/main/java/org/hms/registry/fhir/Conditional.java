package org.hms.registry.fhir;

import org.jspecify.annotations.Nullable;

/**
 * The conditions a caller puts on an interaction: {@code If-Match}, {@code If-None-Match}, {@code If-None-Exist}, and the {@code Idempotency-Key} by which a request is known when it comes again.
 */
public record Conditional(
        @Nullable String ifMatch,
        @Nullable String ifNoneMatch,
        @Nullable String ifNoneExist,
        @Nullable String idempotencyKey) {

    public static final Conditional NONE = new Conditional(null, null, null, null);

    /** Refuses with 412 when the caller has seen another version than the current one. */
    public void requireMatch(String currentVersion) {
        if (ifMatch != null && !versionOf(ifMatch).equals(currentVersion)) {
            throw FhirProblem.preconditionFailed("The resource has changed since the version in If-Match");
        }
    }

    boolean alreadySeen(String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (var seen : ifNoneMatch.split(",")) {
            if (seen.strip().equals("*") || versionOf(seen).equals(versionOf(etag))) {
                return true;
            }
        }
        return false;
    }

    /** The version inside {@code W/"3"}. */
    static String versionOf(String etag) {
        return etag.strip().replaceFirst("^W/", "").replace("\"", "");
    }
}
