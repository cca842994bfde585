package org.hms.registry.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/**
 * A refusal may leave the body unread, and then the connection cannot carry another request. It says so, or a client that
 * keeps connections would lose its next request now and then.
 */
final class UnreadBodies implements ContainerResponseFilter {

    private static final int FIRST_REFUSAL = 400;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean hasBody = request.getLength() > 0 || request.getHeaderString("Transfer-Encoding") != null;
        if (hasBody && response.getStatus() >= FIRST_REFUSAL) {
            response.getHeaders().putSingle("Connection", "close");
        }
    }
}
