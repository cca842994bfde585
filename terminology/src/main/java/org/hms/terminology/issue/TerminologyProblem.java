package org.hms.terminology.issue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question that cannot be answered: its HTTP status and what is wrong. */
public final class TerminologyProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Issue> issues;
    private final @Nullable String unknownSystem;
    private final boolean answerable;

    private TerminologyProblem(int status, List<Issue> issues, @Nullable String unknownSystem, boolean answerable) {
        super(String.valueOf(issues.getFirst().message().id()), null, false, false);
        this.status = status;
        this.issues = issues;
        this.unknownSystem = unknownSystem;
        this.answerable = answerable;
    }

    /** The question is refused with this status. */
    public static TerminologyProblem refused(int status, Issue issue) {
        return new TerminologyProblem(status, List.of(issue), null, false);
    }

    /** Who asked whether a code is valid is answered with "no" and the issue; every other question is refused. */
    public static TerminologyProblem unresolved(Issue issue) {
        return new TerminologyProblem(422, List.of(issue), null, true);
    }

    /** The same, because this code system is not known. */
    public static TerminologyProblem unknownSystem(String canonical, List<Issue> issues) {
        return new TerminologyProblem(404, List.copyOf(issues), canonical, true);
    }

    public int status() {
        return status;
    }

    public List<Issue> issues() {
        return issues;
    }

    public @Nullable String unknownSystem() {
        return unknownSystem;
    }

    public boolean isAnswerable() {
        return answerable;
    }
}
