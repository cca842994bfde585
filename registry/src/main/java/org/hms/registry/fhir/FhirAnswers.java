package org.hms.registry.fhir;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
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
    Response of(Resource resource) {
        return body(Response.ok(), resource, Rendering.FULL).build();
    }

    Response of(String method, FhirAnswer answer, FhirRequest request) {
        if (method.equals("GET") && answer.status() == 200 && seen(answer, request)) {
            return headers(Response.notModified(), answer).build();
        }
        var response = headers(Response.status(answer.status()), answer);
        var resource = answer.body();
        if (isWrite(method, request)) {
            resource = preferred(resource, request.preferences());
        }
        return resource == null
                ? response.build()
                : body(response, resource, request.query().control().rendering())
                        .build();
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

    private Response.ResponseBuilder headers(Response.ResponseBuilder response, FhirAnswer answer) {
        if (answer.etag() != null) {
            response.header(HttpHeaders.ETAG, "W/\"" + Conditional.versionOf(answer.etag()) + "\"");
        }
        if (answer.lastModified() != null) {
            response.header(
                    HttpHeaders.LAST_MODIFIED,
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            answer.lastModified().atOffset(ZoneOffset.UTC)));
        }
        if (answer.location() != null) {
            var location = answer.location();
            response.header(HttpHeaders.LOCATION, location.contains("://") ? location : base + "/" + location);
        }
        return response;
    }

    private Response.ResponseBuilder body(Response.ResponseBuilder response, Resource resource, Rendering rendering) {
        return response.entity(writer.write(resource, format, rendering.prettily(pretty)))
                .header(HttpHeaders.CONTENT_TYPE, format.contentType());
    }
}
