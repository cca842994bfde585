package org.hms.registry.codes.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hms.registry.fhir.FhirProblem;
import org.hms.terminology.ask.AcceptedLanguages;
import org.hms.terminology.issue.Issue;
import org.hms.terminology.issue.TerminologyProblem;
import org.jspecify.annotations.Nullable;

/** Issues in FHIR's form, with the key of the message and HL7's finer word for the kind of issue. */
final class IssueMapping {
    private static final String MESSAGE_ID = "http://hl7.org/fhir/StructureDefinition/operationoutcome-message-id";
    private static final String KINDS = "http://hl7.org/fhir/tools/CodeSystem/tx-issue-type";

    private IssueMapping() {}

    static OperationOutcome toOutcome(List<Issue> issues, @Nullable AcceptedLanguages languages) {
        var outcome = new OperationOutcome();
        issues.forEach(issue -> outcome.addIssue(toIssue(issue, languages)));
        return outcome;
    }

    static FhirProblem toProblem(TerminologyProblem problem, @Nullable AcceptedLanguages languages) {
        return FhirProblem.of(problem.status(), toOutcome(problem.issues(), languages));
    }

    private static OperationOutcomeIssueComponent toIssue(Issue issue, @Nullable AcceptedLanguages languages) {
        var component = new OperationOutcomeIssueComponent()
                .setSeverity(IssueSeverity.fromCode(issue.severity().fhirCode()))
                .setCode(IssueType.fromCode(issue.code()));
        var id = issue.message().id();
        if (id != null) {
            component.addExtension(MESSAGE_ID, new StringType(id));
        }
        if (issue.kind() != null) {
            component.getDetails().addCoding().setSystem(KINDS).setCode(issue.kind());
        }
        component.getDetails().setText(MessageCatalogue.text(issue.message(), languages));
        if (issue.expression() != null) {
            component.addExpression(issue.expression());
        }
        return component;
    }
}
