package org.hms.registry.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The one place where an exception becomes an answer, on both faces. */
@Provider
public final class FaultMapper implements ExceptionMapper<Throwable> {
    private final FaultWriter writer = new FaultWriter();
    private final UriInfo uri;
    private final HttpHeaders headers;

    @Inject
    public FaultMapper(@Context UriInfo uri, @Context HttpHeaders headers) {
        this.uri = uri;
        this.headers = headers;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof RedirectionException redirection) {
            return redirection.getResponse();
        }
        var fault = Faults.of(thrown);
        var written = writer.write(
                fault,
                uri.getPath(false),
                uri.getQueryParameters().getFirst("_format"),
                headers.getHeaderString(HttpHeaders.ACCEPT));
        var response = Response.status(fault.problem().status())
                .entity(written.body())
                .header(HttpHeaders.CONTENT_TYPE, written.contentType());
        fault.headers().forEach(response::header);
        return response.build();
    }
}
