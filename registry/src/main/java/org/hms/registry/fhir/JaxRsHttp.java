package org.hms.registry.fhir;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.util.List;
import org.hms.registry.access.Caller;
import org.jspecify.annotations.Nullable;

/** A request that came through JAX-RS and its filters. */
record JaxRsHttp(ContainerRequestContext http) implements FhirHttp {
    /** The property under which the path with ids left out is kept. */
    private static final String ROUTE = "org.hms.registry.route";

    @Override
    public String path() {
        return http.getUriInfo().getPath(false);
    }

    @Override
    public @Nullable String query() {
        return http.getUriInfo().getRequestUri().getRawQuery();
    }

    @Override
    public @Nullable String header(String name) {
        return http.getHeaderString(name);
    }

    @Override
    public List<String> headers(String name) {
        return http.getHeaders().getOrDefault(name, List.of());
    }

    @Override
    public @Nullable Caller caller() {
        return http.getSecurityContext().getUserPrincipal() instanceof Caller caller ? caller : null;
    }

    @Override
    public String base() {
        return http.getUriInfo().getBaseUriBuilder().path("fhir").build().toString();
    }

    @Override
    public byte[] body() throws IOException {
        return http.getEntityStream().readAllBytes();
    }

    @Override
    public void routed(String template) {
        http.setProperty(ROUTE, template);
    }
}
