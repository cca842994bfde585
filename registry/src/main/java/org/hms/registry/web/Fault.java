package org.hms.registry.web;

import java.util.Map;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** What went wrong, before it is known on which face it is told. */
record Fault(Problem problem, IssueType code, @Nullable String expression, Map<String, String> headers) {

    static Fault of(int status, IssueType code, String title, String detail) {
        return new Fault(Problem.of(status, title, detail), code, null, Map.of());
    }

    Fault with(Problem other) {
        return new Fault(other, code, expression, headers);
    }

    Fault at(@Nullable String place) {
        return new Fault(problem, code, place, headers);
    }

    Fault with(Map<String, String> others) {
        return new Fault(problem, code, expression, others);
    }

    OperationOutcome outcome() {
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
