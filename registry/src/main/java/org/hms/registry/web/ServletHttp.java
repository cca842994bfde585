package org.hms.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.hms.registry.access.Caller;
import org.hms.registry.fhir.FhirHttp;
import org.hms.registry.fhir.strict.StrictUrl;
import org.jspecify.annotations.Nullable;

/** A request as the container has it, whose body, if any, is of an allowed length. */
final class ServletHttp implements FhirHttp {
    private final HttpServletRequest http;
    private final Caller caller;
    private String route = "";
    private boolean read;

    ServletHttp(HttpServletRequest http, Caller caller) {
        this.http = http;
        this.caller = caller;
    }

    String method() {
        return http.getMethod();
    }

    /** The first value of a parameter in the query, which is well formed. */
    @Nullable
    String parameter(String name) {
        var query = query();
        return query == null
                ? null
                : StrictUrl.pairs(query).stream()
                        .filter(pair -> pair.name().equals(name))
                        .map(StrictUrl.Pair::value)
                        .findFirst()
                        .orElse(null);
    }

    /** Whether a body came that nobody wanted to read, so that the connection cannot carry another request. */
    boolean hasUnreadBody() {
        return http.getContentLengthLong() > 0 && !read;
    }

    /** The path with ids left out, once it is known. */
    String route() {
        return route;
    }

    @Override
    public String path() {
        return http.getRequestURI();
    }

    @Override
    public @Nullable String query() {
        return http.getQueryString();
    }

    @Override
    public @Nullable String header(String name) {
        var first = http.getHeader(name);
        return first == null ? null : String.join(",", headers(name));
    }

    @Override
    public List<String> headers(String name) {
        return Collections.list(http.getHeaders(name));
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public String base() {
        var url = http.getRequestURL();
        url.setLength(url.length() - http.getRequestURI().length());
        return url.append("/fhir").toString();
    }

    @Override
    public byte[] body() throws IOException {
        var body = http.getInputStream().readAllBytes();
        read = true;
        return body;
    }

    @Override
    public void routed(String template) {
        route = template;
    }
}
