package org.hms.registry.fhir;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Turns what a handler answered into HTTP: version and time, 304 for what was seen, and no more than is preferred. */
record FhirAnswers(FhirWriter writer, FhirFormat format, boolean pretty, String base) {

    /** A resource with nothing else to it. */
    FhirReply of(Resource resource) {
        return body(FhirReply.of(200), resource, Rendering.FULL);
    }

    FhirReply of(String method, FhirAnswer answer, FhirRequest request) {
        if (method.equals("GET") && answer.status() == 200 && seen(answer, request)) {
            return headers(FhirReply.of(304), answer);
        }
        var response = headers(FhirReply.of(answer.status()), answer);
        var resource = answer.body();
        if (isWrite(method, request)) {
            resource = preferred(resource, request.preferences());
        }
        return resource == null
                ? response
                : body(response, resource, request.query().control().rendering());
    }

    private static boolean isWrite(String method, FhirRequest request) {
        return method.equals("PUT") || (method.equals("POST") && request.body() != null && isCreate(request));
    }

    private static boolean isCreate(FhirRequest request) {
        return request.body() != null && request.type().equals(request.body().fhirType());
    }

    private static @Nullable Resource preferred(@Nullable Resource resource, Preferences preferences) {
        return switch (preferences.returning()) {
            case REPRESENTATION -> resource;
            case MINIMAL -> null;
            case OPERATION_OUTCOME -> done();
        };
    }

    private static OperationOutcome done() {
        var outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.INFORMATION)
                .setCode(IssueType.INFORMATIONAL)
                .setDiagnostics("Stored");
        return outcome;
    }

    private static boolean seen(FhirAnswer answer, FhirRequest request) {
        return answer.etag() != null && request.conditional().alreadySeen(answer.etag());
    }

    private FhirReply headers(FhirReply response, FhirAnswer answer) {
        if (answer.etag() != null) {
            response.with(HttpHeaders.ETAG, "W/\"" + Conditional.versionOf(answer.etag()) + "\"");
        }
        if (answer.lastModified() != null) {
            response.with(
                    HttpHeaders.LAST_MODIFIED,
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            answer.lastModified().atOffset(ZoneOffset.UTC)));
        }
        if (answer.location() != null) {
            var location = answer.location();
            response.with(HttpHeaders.LOCATION, location.contains("://") ? location : base + "/" + location);
        }
        return response;
    }

    private FhirReply body(FhirReply response, Resource resource, Rendering rendering) {
        return response.with(writer.write(resource, format, rendering.prettily(pretty)), format.contentType());
    }
}
