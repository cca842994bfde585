package org.hms.registry.web;

import jakarta.ws.rs.WebApplicationException;

/** A refusal on the native face; its detail never holds a name, birth date or identifier. */
public final class ProblemException extends WebApplicationException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), problem.status());
        this.problem = problem;
    }

    public static ProblemException badRequest(String detail) {
        return new ProblemException(Problem.of(400, "Bad Request", detail));
    }

    /** 400 for one query parameter, which is named. */
    public static ProblemException badParameter(String name, String detail) {
        return new ProblemException(Problem.of(400, "Bad Request", "The parameter " + name + " " + detail)
                .at(name, detail));
    }

    public static ProblemException notFound(String detail) {
        return new ProblemException(Problem.of(404, "Not Found", detail));
    }

    public static ProblemException forbidden(String detail) {
        return new ProblemException(Problem.of(403, "Forbidden", detail));
    }

    public static ProblemException conflict(String detail) {
        return new ProblemException(Problem.of(409, "Conflict", detail));
    }

    public static ProblemException unprocessable(String detail) {
        return new ProblemException(Problem.of(422, "Unprocessable Content", detail));
    }

    public Problem problem() {
        return problem;
    }
}
