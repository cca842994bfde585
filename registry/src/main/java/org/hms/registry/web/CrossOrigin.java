package org.hms.registry.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;

/**
 * Lets pages of any origin ask the reconciliation services, refusals included. No cookie means anything here, so a page can
 * do no more than whoever wrote it.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
final class CrossOrigin implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String SHARED = "reconcile/";

    @Override
    public void filter(ContainerRequestContext request) {
        if (isShared(request) && request.getMethod().equals(HttpMethod.OPTIONS)) {
            request.abortWith(Response.noContent().build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (isShared(request)) {
            var headers = response.getHeaders();
            headers.putSingle("Access-Control-Allow-Origin", "*");
            headers.putSingle("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
            headers.putSingle("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept");
            headers.putSingle("Access-Control-Max-Age", "86400");
        }
    }

    private static boolean isShared(ContainerRequestContext request) {
        return request.getUriInfo().getPath().replaceFirst("^/", "").startsWith(SHARED);
    }
}
