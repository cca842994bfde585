package org.hms.registry.editorial.web;

import jakarta.ws.rs.core.Response;
import java.util.concurrent.Semaphore;
import org.hms.registry.web.Problem;
import org.hms.registry.web.ProblemException;
import org.hms.terminology.rdf.SparqlAnswer;
import org.hms.terminology.rdf.SparqlRefusal;

/** Where queries are answered, two at a time; what is refused is told with its reason. */
final class SparqlDesk {
    private static final String TRUNCATED = "X-Truncated";
    private static final int AT_A_TIME = 2;

    private final Semaphore running = new Semaphore(AT_A_TIME);

    /** A query to run. */
    interface Asked {
        SparqlAnswer answer() throws SparqlRefusal;
    }

    Response answer(Asked asked) {
        if (!running.tryAcquire()) {
            throw new ProblemException(
                    Problem.of(503, "Service Unavailable", "Two queries are running; ask again in some seconds"));
        }
        try {
            var answer = asked.answer();
            return Response.ok(answer.body(), answer.mediaType() + ";charset=utf-8")
                    .header(TRUNCATED, answer.truncated())
                    .build();
        } catch (SparqlRefusal e) {
            var reason = String.valueOf(e.getMessage());
            throw e.tookTooLong() ? ProblemException.unprocessable(reason) : ProblemException.badRequest(reason);
        } finally {
            running.release();
        }
    }
}
