package org.hms.registry.web;

import java.util.Map;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** What went wrong, before it is known on which face it is told. */
record Fault(
        Problem problem,
        IssueType code,
        @Nullable String expression,
        Map<String, String> headers,
        @Nullable OperationOutcome worded) {

    static Fault of(int status, IssueType code, String title, String detail) {
        return new Fault(Problem.of(status, title, detail), code, null, Map.of(), null);
    }

    Fault with(Problem other) {
        return new Fault(other, code, expression, headers, worded);
    }

    Fault at(@Nullable String place) {
        return new Fault(problem, code, place, headers, worded);
    }

    Fault with(Map<String, String> others) {
        return new Fault(problem, code, expression, others, worded);
    }

    /** In FHIR's form, as who refused worded it. */
    Fault worded(@Nullable OperationOutcome outcome) {
        return new Fault(problem, code, expression, headers, outcome);
    }

    OperationOutcome outcome() {
        if (worded != null) {
            return worded;
        }
        var outcome = new OperationOutcome();
        var incident = problem.incident() == null ? "" : " (incident " + problem.incident() + ")";
        var issue = outcome.addIssue()
                .setSeverity(problem.status() >= 500 ? IssueSeverity.FATAL : IssueSeverity.ERROR)
                .setCode(code)
                .setDiagnostics(problem.detail() + incident);
        issue.getDetails().setText(problem.detail());
        if (expression != null) {
            issue.addExpression(expression);
        }
        return outcome;
    }
}
