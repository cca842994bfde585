package org.hms.registry.patient.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.hms.matching.explain.Language;
import org.hms.matching.explain.Phrases;
import org.hms.registry.access.Caller;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.patient.GoldenRecord;
import org.hms.registry.patient.PatientHistory;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.PersonMarks;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** One person whole: the golden record, the records behind it, what ties them together, and how it came about. */
@Path("/api/v1/persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Persons")
public final class PersonResource {

    static final String SVG = "image/svg+xml";

    private final PatientIndex index;
    private final PatientHistory past;
    private final PersonMarks marks;
    private final AuditTrail audit;
    private final InstantSource clock;

    public PersonResource(
            PatientIndex index, PatientHistory past, PersonMarks marks, AuditTrail audit, InstantSource clock) {
        this.index = index;
        this.past = past;
        this.marks = marks;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @Path("{eid}")
    @RolesAllowed({"admin", "steward", "system", "auditor"})
    @Operation(summary = "The person an enterprise id leads to; an id that was merged leads to its heir")
    @ApiResponse(
            responseCode = "200",
            description = "The person as it is, or, with the parameter at, as it was",
            content = @Content(schema = @Schema(oneOf = {PersonView.class, PersonThenView.class})))
    public Response get(
            @PathParam("eid") String eid,
            @QueryParam("at")
                    @Parameter(description = "A date, which means its end, or an instant: who it was then")
                    @Nullable
                    String at,
            @Context SecurityContext security) {
        if (at != null) {
            return then(eid, PersonTimes.moment(at), security);
        }
        var person =
                index.findPerson(eid).orElseThrow(() -> ProblemException.notFound("No person has this enterprise id"));
        var history = index.findHistory(person.golden().eid()).orElseThrow();
        record(person.golden(), security);
        var shown = index.shownTo((Caller) security.getUserPrincipal(), person);
        return Response.ok(
                        PersonView.of(eid, shown, marks.of(person.golden().eid()), index.evidenceAbout(shown), history))
                .build();
    }

    /** Merges that came later have not happened yet, so the id may lead to other people than today. */
    private Response then(String eid, Instant at, SecurityContext security) {
        if (!index.hiddenFrom((Caller) security.getUserPrincipal(), List.of(eid))
                .isEmpty()) {
            throw ProblemException.forbidden("The person is confidential; the enterprise id may be read");
        }
        var person = past.personAt(eid, at)
                .orElseThrow(() -> ProblemException.notFound("No person had this enterprise id then"));
        record(person.golden(), security);
        return Response.ok(PersonThenView.of(eid, person)).build();
    }

    /** Levels and bits only: an explanation tells nothing of the people it is about. */
    @GET
    @Path("{eid}/explanation")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, SVG})
    @RolesAllowed({"admin", "steward", "system", "auditor"})
    @Operation(summary = "Why two records are or are not one person: as data, in sentences or as a waterfall drawn")
    public Response explain(
            @PathParam("eid") String eid,
            @QueryParam("left") @DefaultValue("") String left,
            @QueryParam("right") @DefaultValue("") String right,
            @QueryParam("format") @DefaultValue("json") String format,
            @QueryParam("lang") @DefaultValue("es") String lang,
            @Context SecurityContext security) {
        var language = Language.find(lang).orElseThrow(() -> ProblemException.badParameter("lang", "is es or en"));
        var person =
                index.findPerson(eid).orElseThrow(() -> ProblemException.notFound("No person has this enterprise id"));
        var pair = index.evidenceAbout(person).stream()
                .filter(one -> one.left().equals(left) && one.right().equals(right)
                        || one.left().equals(right) && one.right().equals(left))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no evidence on these two records here"));
        record(person.golden(), security);
        return ExplanationView.of(pair, format, Phrases.in(language));
    }

    private void record(GoldenRecord person, SecurityContext security) {
        audit.record(new AuditEntry(
                clock.instant(),
                (Caller) security.getUserPrincipal(),
                "read",
                "Person",
                List.of(person.eid()),
                "success"));
    }
}
