package org.hms.registry.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Headers that keep browsers from guessing, framing, leaking and storing; an answer may say better for itself. */
final class SecurityHeaders implements ContainerResponseFilter {
    static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /** What an answer carries that says nothing better for itself. */
    static final Map<String, String> USUAL = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Content-Security-Policy",
            NOTHING,
            "X-Frame-Options",
            "DENY",
            HttpHeaders.CACHE_CONTROL,
            "no-store",
            HttpHeaders.VARY,
            "Accept, Authorization");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Referrer-Policy", "no-referrer");
        headers.computeIfAbsent("Content-Security-Policy", name -> one(NOTHING));
        if (response.getHeaderString("Content-Security-Policy").contains("frame-ancestors 'none'")) {
            headers.putSingle("X-Frame-Options", "DENY");
        }
        headers.computeIfAbsent(HttpHeaders.CACHE_CONTROL, name -> one("no-store"));
        if (!headers.containsKey(HttpHeaders.VARY)) {
            headers.putSingle(HttpHeaders.VARY, "Accept, Authorization");
        }
    }

    private static List<Object> one(String value) {
        return new ArrayList<>(List.of(value));
    }
}
