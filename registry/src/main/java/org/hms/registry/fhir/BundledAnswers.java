package org.hms.registry.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;

/** Writes what became of one entry into the bundle that answers, or says at which entry a bundle is refused. */
public final class BundledAnswers {

    private BundledAnswers() {}

    public static BundleEntryComponent of(FhirAnswer answer, String base) {
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

    public static BundleEntryComponent of(FhirProblem problem) {
        return new BundleEntryComponent()
                .setResponse(new BundleEntryResponseComponent()
                        .setStatus(status(problem.status()))
                        .setOutcome(problem.toOutcome()));
    }

    /** How many resources and concepts an answer holds. */
    static int weight(BundleEntryComponent answer) {
        return switch (answer.getResource()) {
            case Bundle found -> 1 + found.getEntry().size();
            case ValueSet expanded -> 1 + weight(expanded.getExpansion().getContains());
            case null, default -> 1;
        };
    }

    private static int weight(List<ValueSetExpansionContainsComponent> concepts) {
        return concepts.size()
                + concepts.stream().mapToInt(one -> weight(one.getContains())).sum();
    }

    /** The same refusal, each of its issues within the entry at this place. */
    static FhirProblem placed(FhirProblem problem, int place) {
        var entry = "Bundle.entry[" + place + "]";
        if (problem.outcome() == null) {
            var within = problem.expression();
            return problem.at(within == null ? entry : entry + "." + within);
        }
        var outcome = problem.toOutcome();
        for (var issue : outcome.getIssue()) {
            if (issue.hasExpression()) {
                for (StringType expression : issue.getExpression()) {
                    expression.setValue(entry + ".resource." + expression.getValue());
                }
            } else {
                issue.addExpression(entry);
            }
        }
        return FhirProblem.of(problem.status(), outcome);
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
            case 500 -> "500 Internal Server Error";
            case 503 -> "503 Service Unavailable";
            case 507 -> "507 Insufficient Storage";
            default -> Integer.toString(status);
        };
    }
}
