package org.hms.registry.fhir;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * A request that is refused, as FHIR words it: status, issue code, a sentence and the place. The sentence never holds a
 * name, birth date or identifier.
 */
public final class FhirProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final IssueType code;
    private final IssueSeverity severity;
    private final String diagnostics;
    private final @Nullable String expression;
    private final transient List<String> allowed;
    private final transient @Nullable OperationOutcome outcome;

    private FhirProblem(
            int status, IssueType code, String diagnostics, @Nullable String expression, List<String> allowed) {
        this(status, code, diagnostics, expression, allowed, null);
    }

    private FhirProblem(
            int status,
            IssueType code,
            String diagnostics,
            @Nullable String expression,
            List<String> allowed,
            @Nullable OperationOutcome outcome) {
        // It is an answer, not a fault of ours: nobody reads where it was made, and to find that out costs more than
        // the answer.
        super(diagnostics, null, false, false);
        this.status = status;
        this.code = code;
        this.severity = IssueSeverity.ERROR;
        this.diagnostics = diagnostics;
        this.expression = expression;
        this.allowed = allowed;
        this.outcome = outcome;
    }

    public static FhirProblem of(int status, IssueType code, String diagnostics) {
        return new FhirProblem(status, code, diagnostics, null, List.of());
    }

    /** A refusal that says more than one sentence, or says it in coded form. */
    public static FhirProblem of(int status, OperationOutcome outcome) {
        var first = outcome.getIssueFirstRep();
        var text = first.getDetails().getText();
        return new FhirProblem(status, first.getCode(), text == null ? "" : text, null, List.of(), outcome);
    }

    /** A refusal whose sentence is also the text of the issue's details, as terminology clients show it. */
    public static FhirProblem worded(int status, IssueType code, String text) {
        var outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(code)
                .getDetails()
                .setText(text);
        return of(status, outcome);
    }

    /** The same, at an element given as a FHIRPath such as {@code Patient.birthDate}. */
    public FhirProblem at(String element) {
        return new FhirProblem(status, code, diagnostics, element, allowed, null);
    }

    /** 400: the request cannot be understood. */
    public static FhirProblem invalid(String diagnostics) {
        return of(400, IssueType.INVALID, diagnostics);
    }

    public static FhirProblem invalid(String diagnostics, String element) {
        return invalid(diagnostics).at(element);
    }

    /** 400: a required part is missing. */
    public static FhirProblem required(String diagnostics, String element) {
        return of(400, IssueType.REQUIRED, diagnostics).at(element);
    }

    public static FhirProblem notFound(String diagnostics) {
        return of(404, IssueType.NOTFOUND, diagnostics);
    }

    public static FhirProblem gone(String diagnostics) {
        return of(410, IssueType.DELETED, diagnostics);
    }

    /** 405: the type is known, this interaction is not offered; names the methods that are. */
    public static FhirProblem notSupported(String diagnostics, Set<String> allowed) {
        return new FhirProblem(
                405,
                IssueType.NOTSUPPORTED,
                diagnostics,
                null,
                allowed.stream().sorted().toList());
    }

    /** 400: understood, but not offered here. */
    public static FhirProblem notSupported(String diagnostics) {
        return of(400, IssueType.NOTSUPPORTED, diagnostics);
    }

    public static FhirProblem forbidden(String diagnostics) {
        return of(403, IssueType.FORBIDDEN, diagnostics);
    }

    public static FhirProblem conflict(String diagnostics) {
        return of(409, IssueType.CONFLICT, diagnostics);
    }

    public static FhirProblem preconditionFailed(String diagnostics) {
        return of(412, IssueType.CONFLICT, diagnostics);
    }

    /** 412: a condition that should name one resource names several. */
    public static FhirProblem multipleMatches(String diagnostics) {
        return of(412, IssueType.MULTIPLEMATCHES, diagnostics);
    }

    /** 422: understood, but against a rule. */
    public static FhirProblem unprocessable(String diagnostics) {
        return of(422, IssueType.BUSINESSRULE, diagnostics);
    }

    public static FhirProblem tooCostly(String diagnostics) {
        return of(403, IssueType.TOOCOSTLY, diagnostics);
    }

    /** A code that its code system or value set does not hold. */
    public static FhirProblem codeInvalid(int status, String diagnostics) {
        return of(status, IssueType.CODEINVALID, diagnostics);
    }

    public int status() {
        return status;
    }

    public IssueType code() {
        return code;
    }

    public String diagnostics() {
        return diagnostics;
    }

    public @Nullable String expression() {
        return expression;
    }

    /** The methods that are offered, for the header {@code Allow}; empty unless the status is 405. */
    public List<String> allowed() {
        return allowed;
    }

    /** The whole answer, where it says more than the other components; null otherwise. */
    public @Nullable OperationOutcome outcome() {
        return outcome;
    }

    public OperationOutcome toOutcome() {
        if (outcome != null) {
            return outcome.copy();
        }
        var made = new OperationOutcome();
        var issue = made.addIssue().setSeverity(severity).setCode(code).setDiagnostics(diagnostics);
        issue.getDetails().setText(diagnostics);
        if (expression != null) {
            issue.addExpression(expression);
        }
        return made;
    }
}
