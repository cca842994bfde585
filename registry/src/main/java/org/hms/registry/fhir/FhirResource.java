package org.hms.registry.fhir;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** The whole of {@code /fhir} for JAX-RS; which path means what is the router's, since FHIR's paths hold dollars. */
@Path("/fhir{path: (/.*)?}")
public final class FhirResource {
    private final FhirFace face;

    FhirResource(FhirFace face) {
        this.face = face;
    }

    @GET
    public Response get(@Context ContainerRequestContext request) throws IOException {
        return answer(request, "GET");
    }

    @POST
    public Response post(@Context ContainerRequestContext request) throws IOException {
        return answer(request, "POST");
    }

    @PUT
    public Response put(@Context ContainerRequestContext request) throws IOException {
        return answer(request, "PUT");
    }

    @DELETE
    public Response delete(@Context ContainerRequestContext request) throws IOException {
        return answer(request, "DELETE");
    }

    /** Not offered; here so that the refusal names what is. */
    @PATCH
    public Response patch(@Context ContainerRequestContext request) throws IOException {
        return answer(request, "PATCH");
    }

    @OPTIONS
    public Response options(@Context ContainerRequestContext request) {
        return toResponse(new FhirExchange(face, new JaxRsHttp(request)).options());
    }

    private Response answer(ContainerRequestContext request, String method) throws IOException {
        return toResponse(new FhirExchange(face, new JaxRsHttp(request)).answer(method));
    }

    private static Response toResponse(FhirReply reply) {
        var response = Response.status(reply.status());
        reply.headers().forEach(response::header);
        return reply.body() == null
                ? response.build()
                : response.entity(reply.body()).build();
    }
}
