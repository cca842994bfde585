package org.hms.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.hms.registry.access.Caller;
import org.hms.registry.fhir.FhirHttp;
import org.jspecify.annotations.Nullable;

/** A request without a body as the container has it. */
final class ServletHttp implements FhirHttp {
    private final HttpServletRequest http;
    private final Caller caller;
    private String route = "";

    ServletHttp(HttpServletRequest http, Caller caller) {
        this.http = http;
        this.caller = caller;
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
    public byte[] body() {
        return new byte[0];
    }

    @Override
    public void routed(String template) {
        route = template;
    }
}
