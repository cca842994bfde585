package org.hms.registry.editorial.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.hms.registry.web.ProblemException;
import org.hms.terminology.rdf.LinkedData;
import org.hms.terminology.rdf.RdfFormat;
import org.jspecify.annotations.Nullable;

/** Concepts at their stable URIs, in the RDF syntax asked for; the whole lexicon as a dump, and what it holds as VoID. */
@Path("/terms")
@Tag(name = "Terms")
@Produces({"text/turtle", "application/ld+json", "application/rdf+xml", "application/n-triples"})
public final class LinkedDataResource {
    private static final List<Variant> VARIANTS = Arrays.stream(RdfFormat.values())
            .map(format -> new Variant(MediaType.valueOf(format.mediaType()), (String) null, null))
            .toList();

    private final LinkedData data;

    public LinkedDataResource(LinkedData data) {
        this.data = data;
    }

    /** Something written in a syntax; whether there was anything to write. */
    private interface Written {
        boolean write(RdfFormat format, ByteArrayOutputStream out);
    }

    @GET
    @Operation(summary = "What the lexicon holds, in the Vocabulary of Interlinked Datasets")
    public Response describe(@Context Request request) {
        return answer(request, (format, out) -> {
            data.writeVoid(format, out);
            return true;
        });
    }

    @GET
    @Path("dump")
    @Operation(summary = "The lexicon's current version as RDF")
    public Response dump(@Context Request request) {
        return answer(request, (format, out) -> data.writeDump(null, format, out));
    }

    @GET
    @Path("scheme/{scheme}/{version}")
    @Operation(summary = "A version of the lexicon as RDF")
    public Response version(
            @PathParam("scheme") String scheme, @PathParam("version") String version, @Context Request request) {
        return answer(request, (format, out) -> data.writeDump(version, format, out));
    }

    @GET
    @Path("{conceptId}")
    @Operation(summary = "A concept with its labels and mappings as RDF: SKOS, SKOS-XL and SSSOM")
    public Response concept(@PathParam("conceptId") String conceptId, @Context Request request) {
        return answer(request, (format, out) -> data.writeConcept(conceptId, format, out));
    }

    private static Response answer(Request request, Written written) {
        @Nullable Variant chosen = request.selectVariant(VARIANTS);
        var format = chosen == null
                ? RdfFormat.TURTLE
                : RdfFormat.ofMediaType(chosen.getMediaType().toString()).orElse(RdfFormat.TURTLE);
        var out = new ByteArrayOutputStream();
        if (!written.write(format, out)) {
            throw ProblemException.notFound("The lexicon has nothing at this URI");
        }
        return Response.ok(out.toByteArray(), format.mediaType() + ";charset=utf-8")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
