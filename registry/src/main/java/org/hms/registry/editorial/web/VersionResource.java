package org.hms.registry.editorial.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.hms.registry.access.Caller;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.editorial.Editorial;
import org.hms.registry.web.ProblemException;
import org.hms.terminology.concept.SchemeDiff;
import org.hms.terminology.concept.SchemeVersion;
import org.hms.terminology.exchange.SssomWriter;
import org.jspecify.annotations.Nullable;

/** The lexicon's versions: which there are, what differs between two, and the making of the next. */
@Path("/api/v1/term-versions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Lexicon editing")
public final class VersionResource {
    private static final int CREATED = 201;

    private final Editorial editorial;
    private final String conceptBase;
    private final AuditTrail audit;
    private final InstantSource clock;

    public VersionResource(Editorial editorial, String conceptBase, AuditTrail audit, InstantSource clock) {
        this.editorial = editorial;
        this.conceptBase = conceptBase;
        this.audit = audit;
        this.clock = clock;
    }

    /** The name of the version to make. */
    public record VersionBody(@Nullable String version) {}

    /** All versions, the current one last. */
    public record Versions(List<SchemeVersion> items) {
        public Versions {
            items = List.copyOf(items);
        }
    }

    @GET
    @Operation(summary = "The versions of the lexicon, the current one last")
    public Versions list() {
        return new Versions(editorial.versions());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"admin", "steward"})
    @Operation(summary = "Publishes all accepted proposals as the lexicon's next version; all of it or nothing")
    public Response publish(@Nullable VersionBody body, @Context SecurityContext security) {
        if (body == null || body.version() == null) {
            throw ProblemException.unprocessable("The member version is needed");
        }
        var caller = ProposalResource.caller(security);
        var version = body.version();
        var published = Refusals.told(() -> editorial.publish(caller, version));
        record(caller, published);
        return Response.status(CREATED).entity(published).build();
    }

    @GET
    @Path("diff")
    @Operation(summary = "What was added, changed and deprecated between two versions")
    public SchemeDiff diff(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        if (from == null || to == null) {
            throw ProblemException.badParameter(from == null ? "from" : "to", "is the name of a version");
        }
        return Refusals.told(() -> editorial.diff(from, to));
    }

    @GET
    @Path("{version}/mappings.sssom.tsv")
    @Produces("text/tab-separated-values;charset=utf-8")
    @Operation(summary = "All mappings of a version as SSSOM TSV")
    public StreamingOutput mappings(@PathParam("version") String version) {
        var concepts = Refusals.told(() -> editorial.concepts(version));
        var scheme = editorial.versions().stream()
                .filter(known -> known.version().equals(version))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("The lexicon has no such version"));
        return out -> {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            new SssomWriter(conceptBase, scheme).write(concepts, writer);
        };
    }

    private void record(Caller caller, SchemeVersion published) {
        audit.record(new AuditEntry(
                clock.instant(), caller, "publish-lexicon", "CodeSystem", List.of(published.version()), "success"));
    }
}
