package org.hms.registry.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A native resource with a list, a body and a fault of its own. */
@Path("/api/v1/samples")
@Produces(MediaType.APPLICATION_JSON)
public final class SampleResource {

    /** A body with a text and a number. */
    public record Sample(String text, int number) {}

    @GET
    public Map<String, Integer> list(@BeanParam Page page, @QueryParam("q") @Nullable String q) {
        return Map.of("limit", page.limit(), "offset", page.offset());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Sample echo(Sample sample) {
        return sample;
    }

    @GET
    @Path("{id}")
    public Sample fail(@PathParam("id") String id) {
        throw new IllegalStateException("a message with a name: Juana Pérez");
    }
}
