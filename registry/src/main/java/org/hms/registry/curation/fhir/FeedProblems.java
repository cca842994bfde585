package org.hms.registry.curation.fhir;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hms.registry.curation.CurationRefused;
import org.hms.registry.fhir.FhirProblem;

/** What curation refuses, in FHIR's words: an issue for each finding, at the element that it is about. */
final class FeedProblems {

    /** The elements in which either side tells what curation calls by these names. */
    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            entry("district", "partOf"),
            entry("healthRegion", "partOf"),
            entry("parent", "partOf"),
            entry("position", "position"),
            entry("boundary", "extension"),
            entry("name", "name"),
            entry("type", "type"),
            entry("level", "type"),
            entry("ownership", "type"),
            entry("mspbsCode", "identifier"),
            entry("code", "identifier"),
            entry("status", "status"),
            entry("latitude", "position.latitude"));

    private FeedProblems() {}

    static FhirProblem of(CurationRefused refused, String type) {
        var outcome = new OperationOutcome();
        int status = switch (refused.fault()) {
            case UNKNOWN -> 404;
            case UNFIT -> 422;
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
        };
        var code = status == 409 ? IssueType.CONFLICT : IssueType.BUSINESSRULE;
        for (var place : refused.places()) {
            var issue = outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(code);
            issue.setDiagnostics(place.sentence());
            var element = ELEMENTS.get(place.field());
            issue.addExpression(element == null ? type : type + "." + element);
        }
        if (outcome.getIssue().isEmpty()) {
            var why = Objects.requireNonNullElse(refused.getMessage(), "It is not done");
            return FhirProblem.of(status, code, why).at(type);
        }
        return FhirProblem.of(status, outcome);
    }
}
