package org.hms.registry.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.hms.registry.access.web.AuthenticationFilter;
import org.hms.registry.fhir.FhirFace;
import org.hms.registry.fhir.FhirReply;

/**
 * Answers an operation on codes before JAX-RS is asked, which would cost more than the answer, and tells a refusal as it would
 * be told there. What is none, whose caller is not let in, or what it is about is not known here goes the general way as if it
 * had not been here: until then nothing was read but the head.
 */
final class TerminologyQuestions implements Filter {
    private static final List<String> QUESTIONS =
            List.of("/fhir/CodeSystem/$", "/fhir/ValueSet/$", "/fhir/ConceptMap/$");

    private final FhirFace face;
    private final AuthenticationFilter door;
    private final RequestMetrics times;
    private final FaultWriter faults = new FaultWriter();

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
                times.record(
                        question.get().route(), http.getMethod(), reply.get().status(), elapsed);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isQuestion(HttpServletRequest http) {
        var path = http.getRequestURI();
        return QUESTIONS.stream().anyMatch(path::startsWith)
                && hasUsualBody(http)
                && http.getHeader("Transfer-Encoding") == null
                && http.getHeader("Content-Encoding") == null;
    }

    /** None with a GET; with a POST one of a length that is told and allowed. */
    private boolean hasUsualBody(HttpServletRequest http) {
        var length = http.getContentLengthLong();
        return switch (http.getMethod()) {
            case "GET" -> length <= 0;
            case "POST" -> length > 0 && length <= face.settings().maxBodyBytes();
            default -> false;
        };
    }

    private Optional<FhirReply> answer(ServletHttp question) {
        try {
            return face.answerQuestion(question.method(), question);
        } catch (RuntimeException | IOException thrown) {
            return question.route().isEmpty() ? Optional.empty() : Optional.of(refusal(question, thrown));
        }
    }

    private FhirReply refusal(ServletHttp question, Exception thrown) {
        var fault = Faults.of(thrown);
        var path = question.path().substring(1);
        var written = faults.write(fault, path, question.parameter("_format"), question.header(HttpHeaders.ACCEPT));
        var headers = new LinkedHashMap<>(fault.headers());
        headers.put(HttpHeaders.CONTENT_TYPE, written.contentType());
        if (question.hasUnreadBody()) {
            headers.put("Connection", "close");
        }
        return new FhirReply(fault.problem().status(), headers, written.body());
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
