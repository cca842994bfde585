package org.hms.registry.patient.fhir;

import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirProblem;

/** Writes what became of one entry into the bundle that answers. */
final class BundleResponses {

    private BundleResponses() {}

    static BundleEntryComponent of(FhirAnswer answer, String base) {
        var response = new BundleEntryResponseComponent().setStatus(status(answer.status()));
        if (answer.etag() != null) {
            response.setEtag("W/\"" + answer.etag() + "\"");
        }
        if (answer.location() != null) {
            response.setLocation(base + "/" + answer.location());
        }
        var entry = new BundleEntryComponent().setResponse(response);
        if (answer.body() != null) {
            entry.setResource(answer.body());
        }
        return entry;
    }

    static BundleEntryComponent of(FhirProblem problem) {
        return new BundleEntryComponent()
                .setResponse(new BundleEntryResponseComponent()
                        .setStatus(status(problem.status()))
                        .setOutcome(problem.toOutcome()));
    }

    private static String status(int status) {
        return switch (status) {
            case 200 -> "200 OK";
            case 201 -> "201 Created";
            case 204 -> "204 No Content";
            case 400 -> "400 Bad Request";
            case 403 -> "403 Forbidden";
            case 404 -> "404 Not Found";
            case 405 -> "405 Method Not Allowed";
            case 409 -> "409 Conflict";
            case 412 -> "412 Precondition Failed";
            case 422 -> "422 Unprocessable Content";
            default -> Integer.toString(status);
        };
    }
}
