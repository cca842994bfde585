package org.hms.registry.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.hms.registry.fhir.strict.BodyTooLarge;
import org.hms.registry.fhir.strict.LimitedStream;

/**
 * Counts bodies while they are read, after they are inflated; an announced length beyond the limit ends at once.
 * A route may be allowed more than the others.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION + 100)
final class BodyLimits implements ContainerRequestFilter {
    private final long usual;
    private final List<BodyAllowance> allowances;

    BodyLimits(long usual, List<BodyAllowance> allowances) {
        this.usual = usual;
        this.allowances = List.copyOf(allowances);
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var limit = limitFor(request);
        if (request.getLength() > limit) {
            throw new BodyTooLarge(limit);
        }
        var encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        var raw = new LimitedStream(request.getEntityStream(), limit);
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            request.setEntityStream(raw);
            return;
        }
        switch (encoding.toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> {
                request.setEntityStream(new LimitedStream(new GZIPInputStream(raw), limit));
                request.getHeaders().remove(HttpHeaders.CONTENT_ENCODING);
            }
            default -> throw new NotSupportedException("The content encoding is not gzip");
        }
    }

    private long limitFor(ContainerRequestContext request) {
        var path = request.getUriInfo().getPath();
        return allowances.stream()
                .filter(allowance -> allowance.covers(request.getMethod(), path))
                .mapToLong(BodyAllowance::maxBytes)
                .findFirst()
                .orElse(usual);
    }
}
