package org.hms.registry.editorial.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.StringReader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.codes.MappedSystem;
import org.hms.registry.editorial.MappingImport;
import org.hms.registry.editorial.MappingImportReport;
import org.hms.registry.web.BodyAllowance;
import org.hms.registry.web.ProblemException;
import org.hms.registry.web.TakesLongBodies;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.exchange.MappingReading;
import org.hms.terminology.exchange.SssomReader;
import org.hms.terminology.rdf.Finding;
import org.jspecify.annotations.Nullable;

/** Files of mappings, taken as proposals: SSSOM TSV, or a FHIR ConceptMap in JSON or XML. */
@Path("/api/v1/term-proposals/mappings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "steward", "coder"})
@Tag(name = "Lexicon editing")
public final class MappingFileResource implements TakesLongBodies {
    private static final long MAX_FILE_BYTES = 16L * 1024 * 1024;
    private static final Pattern ROUTE = Pattern.compile("api/v1/term-proposals/mappings");

    private final MappingImport mappings;
    private final AuditTrail audit;
    private final InstantSource clock;

    public MappingFileResource(MappingImport mappings, AuditTrail audit, InstantSource clock) {
        this.mappings = mappings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public BodyAllowance bodyAllowance() {
        return new BodyAllowance("POST", ROUTE, MAX_FILE_BYTES);
    }

    @POST
    @Consumes("text/tab-separated-values")
    @Operation(summary = "Proposes the mappings of an SSSOM file; a row of the report for each of them")
    public MappingImportReport sssom(
            @Nullable String file,
            @Parameter(description = "true: say what would become of each row, and propose nothing")
                    @QueryParam("dryRun")
                    @Nullable
                    String dryRun,
            @Context SecurityContext security) {
        return take(SssomReader.read(new StringReader(needed(file))), dryRun, security);
    }

    @POST
    @Consumes({"application/fhir+json", MediaType.APPLICATION_JSON})
    @Operation(summary = "Proposes the mappings of a FHIR ConceptMap whose source is the lexicon")
    public MappingImportReport conceptMap(
            @Nullable String file, @QueryParam("dryRun") @Nullable String dryRun, @Context SecurityContext security) {
        return take(ConceptMapFile.readJson(needed(file)), dryRun, security);
    }

    @POST
    @Consumes({"application/fhir+xml", MediaType.APPLICATION_XML})
    @Operation(summary = "Proposes the mappings of a FHIR ConceptMap, in XML, whose source is the lexicon")
    public MappingImportReport conceptMapInXml(
            byte @Nullable [] file, @QueryParam("dryRun") @Nullable String dryRun, @Context SecurityContext security) {
        return take(ConceptMapFile.readXml(file == null ? new byte[0] : file), dryRun, security);
    }

    private MappingImportReport take(MappingReading file, @Nullable String dryRun, SecurityContext security) {
        var dry = flag(dryRun);
        var caller = ProposalResource.caller(security);
        var report = Refusals.told(() -> mappings.take(caller, onlyMapped(file), dry));
        if (!dry) {
            audit.record(new AuditEntry(
                    clock.instant(),
                    caller,
                    "propose-mappings",
                    "ConceptMap",
                    List.of(report.proposed() + " proposed"),
                    "success"));
        }
        return report;
    }

    /** Codes of systems that the lexicon is not mapped to are no mappings here. */
    private static MappingReading onlyMapped(MappingReading file) {
        var mappings = new ArrayList<ConceptMapping>();
        var places = new ArrayList<String>();
        var findings = new ArrayList<>(file.findings());
        for (var at = 0; at < file.mappings().size(); at++) {
            var mapping = file.mappings().get(at);
            if (MappedSystem.find(mapping.target().system()).isPresent()) {
                mappings.add(mapping);
                places.add(file.places().get(at));
            } else {
                findings.add(new Finding(file.places().get(at), "", "The lexicon is not mapped to this code system"));
            }
        }
        return new MappingReading(mappings, places, findings);
    }

    private static String needed(@Nullable String file) {
        if (file == null || file.isBlank()) {
            throw ProblemException.badRequest("A file is needed");
        }
        return file;
    }

    private static boolean flag(@Nullable String text) {
        return switch (text) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.badParameter("dryRun", "is true or false");
        };
    }
}
