package org.hms.registry.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hms.registry.fhir.strict.Malformed;
import org.hms.registry.fhir.strict.StrictUrl;

/** Refuses a URL whose encoding is broken or hides control characters, before Jersey repairs it in silence. */
final class UrlGuard implements Filter {
    private final FaultWriter writer = new FaultWriter();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        try {
            StrictUrl.decode(http.getRequestURI(), false);
            if (http.getQueryString() != null) {
                StrictUrl.pairs(http.getQueryString());
            }
        } catch (Malformed e) {
            refuse(e, http, (HttpServletResponse) response);
            return;
        }
        chain.doFilter(request, response);
    }

    private void refuse(Malformed e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getRequestURI().replaceFirst("^/+", "");
        var written = writer.write(Faults.of(e), path, null, request.getHeader("Accept"));
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType(written.contentType());
        response.getOutputStream().write(written.body());
    }
}
