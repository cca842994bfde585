package org.hms.registry.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hms.registry.access.web.AuthenticationFilter;
import org.hms.registry.fhir.FhirFace;
import org.hms.registry.fhir.FhirReply;

/**
 * Answers the GET of an operation on codes before JAX-RS is asked, which would cost more than the answer. Whatever is not
 * answered with success (no caller, a fault, a refusal) goes the general way as if it had not been here, and is told there.
 */
final class TerminologyQuestions implements Filter {
    private static final List<String> QUESTIONS =
            List.of("/fhir/CodeSystem/$", "/fhir/ValueSet/$", "/fhir/ConceptMap/$");

    private final FhirFace face;
    private final AuthenticationFilter door;
    private final RequestMetrics times;

    TerminologyQuestions(FhirFace face, AuthenticationFilter door, RequestMetrics times) {
        this.face = face;
        this.door = door;
        this.times = times;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        if (isQuestion(http)) {
            var begun = System.nanoTime();
            var question = door.callerOfQuestion(http).map(caller -> new ServletHttp(http, caller));
            var reply = question.flatMap(this::answer);
            if (reply.isPresent()) {
                send(reply.get(), (HttpServletResponse) response);
                var elapsed = (System.nanoTime() - begun) / 1e9;
                times.record(question.get().route(), "GET", reply.get().status(), elapsed);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean isQuestion(HttpServletRequest http) {
        var path = http.getRequestURI();
        return http.getMethod().equals("GET")
                && QUESTIONS.stream().anyMatch(path::startsWith)
                && http.getContentLengthLong() <= 0
                && http.getHeader("Transfer-Encoding") == null
                && http.getHeader("Content-Encoding") == null;
    }

    private Optional<FhirReply> answer(ServletHttp question) {
        try {
            return face.answerQuestion(question);
        } catch (RuntimeException | IOException _) {
            return Optional.empty();
        }
    }

    private static void send(FhirReply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        SecurityHeaders.USUAL.forEach(response::setHeader);
        reply.headers().forEach(response::setHeader);
        var body = reply.body();
        if (body != null) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
