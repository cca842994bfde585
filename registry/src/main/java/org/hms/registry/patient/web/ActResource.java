package org.hms.registry.patient.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.hms.registry.access.Caller;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.patient.Act;
import org.hms.registry.patient.Foreseen;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.SourceRecord;
import org.hms.registry.patient.StewardStore.Wanted;
import org.hms.registry.patient.Stewardship;
import org.hms.registry.web.Page;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** What stewards do about who is whom: each act can be seen beforehand, is kept with its reason, and can be withdrawn. */
@Path("/api/v1/acts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "steward"})
@Tag(name = "Stewardship")
public final class ActResource {

    private final Stewardship stewardship;
    private final PatientIndex index;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ActResource(Stewardship stewardship, PatientIndex index, AuditTrail audit, InstantSource clock) {
        this.stewardship = stewardship;
        this.index = index;
        this.audit = audit;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Do it; what moves many records is kept as a proposal for another steward")
    @ApiResponse(responseCode = "201", description = "Done")
    @ApiResponse(responseCode = "202", description = "Proposed; waits for another steward's approval")
    @ApiResponse(responseCode = "409", description = "Contradicts acts that count; they are named")
    public Response state(@Nullable ActBody body, @Context SecurityContext security) {
        var stated = ActBody.present(body);
        var intent = stated.intent();
        var reason = stated.statedReason();
        var act = Refusals.told(() -> stewardship.state(caller(security), intent, reason));
        boolean done = act.state() == Act.State.APPLIED;
        if (!done) {
            record(security, "propose", "Act", stewardship.recordsOf(act.id()));
        }
        return Response.status(done ? 201 : 202)
                .location(URI.create("/api/v1/acts/" + act.id()))
                .entity(view(act))
                .build();
    }

    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "What would change if this were done; nothing is written")
    public Foreseen preview(@Nullable ActBody body, @Context SecurityContext security) {
        var intent = ActBody.present(body).intent();
        return seen(security, Refusals.told(() -> stewardship.foresee(caller(security), intent)));
    }

    @GET
    @Operation(summary = "Acts, newest first")
    public ActView.ActPage list(
            @Parameter(description = "About the records that this person has now") @QueryParam("person") @Nullable
                    String person,
            @Parameter(description = "About this record") @QueryParam("record") @Nullable String record,
            @Parameter(description = "proposed, applied, withdrawal-proposed or withdrawn")
                    @QueryParam("state")
                    @Nullable
                    String state,
            @BeanParam Page page,
            @Context SecurityContext security) {
        var records = person == null ? null : recordsOf(person);
        if (record != null) {
            records = records == null || records.contains(record) ? List.of(record) : List.of();
        }
        var found = stewardship.list(new Wanted(records, state(state), page.limit(), page.offset()));
        var subjects = person != null ? List.of(person) : record != null ? List.of(record) : List.<String>of();
        record(security, "read", "Act", subjects);
        return new ActView.ActPage(
                found.total(),
                page.limit(),
                page.offset(),
                found.acts().stream().map(this::view).toList());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One act with its history")
    public ActView get(@PathParam("id") String id, @Context SecurityContext security) {
        var act = stewardship.find(number(id)).orElseThrow(ActResource::unknown);
        record(security, "read", "Act", stewardship.recordsOf(act.id()));
        return view(act);
    }

    @POST
    @Path("{id}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Take an act back, all of it; persons are as if it had never been")
    @ApiResponse(responseCode = "200", description = "Withdrawn")
    @ApiResponse(responseCode = "202", description = "Would move many records; waits for another steward's approval")
    public Response withdraw(@PathParam("id") String id, @Nullable ReasonBody body, @Context SecurityContext security) {
        var reason = ReasonBody.of(body);
        var act = Refusals.told(() -> stewardship.withdraw(caller(security), number(id), reason));
        boolean done = act.state() == Act.State.WITHDRAWN;
        if (!done) {
            record(security, "propose-withdrawal", "Act", stewardship.recordsOf(act.id()));
        }
        return Response.status(done ? 200 : 202).entity(view(act)).build();
    }

    @POST
    @Path("{id}/keep")
    @Operation(summary = "Let an act stand whose withdrawal was proposed")
    public ActView keep(@PathParam("id") String id, @Context SecurityContext security) {
        var act = Refusals.told(() -> stewardship.keep(number(id)));
        record(security, "keep", "Act", stewardship.recordsOf(act.id()));
        return view(act);
    }

    @GET
    @Path("{id}/withdraw/preview")
    @Operation(summary = "What would change if this act were withdrawn; nothing is written")
    public Foreseen previewWithdrawal(@PathParam("id") String id, @Context SecurityContext security) {
        return seen(security, Refusals.told(() -> stewardship.foreseeWithdrawal(number(id))));
    }

    @POST
    @Path("{id}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Do what another steward has proposed: an act, or its withdrawal")
    public ActView approve(@PathParam("id") String id, @Nullable ReasonBody body, @Context SecurityContext security) {
        var reason = ReasonBody.of(body);
        return view(Refusals.told(() -> stewardship.approve(caller(security), number(id), reason)));
    }

    private ActView view(Act act) {
        return ActView.of(act, stewardship.recordsOf(act.id()));
    }

    private List<String> recordsOf(String eid) {
        return index
                .findPerson(eid)
                .orElseThrow(() -> ProblemException.notFound("No person has this enterprise id"))
                .members()
                .stream()
                .map(SourceRecord::id)
                .toList();
    }

    private Foreseen seen(SecurityContext security, Foreseen foreseen) {
        var eids = foreseen.persons().stream()
                .filter(person -> !person.opened())
                .map(Foreseen.PersonAfter::eid)
                .toList();
        record(security, "preview", "Person", eids);
        return foreseen;
    }

    private static Act.@Nullable State state(@Nullable String text) {
        try {
            return text == null
                    ? null
                    : Act.State.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badParameter("state", "is proposed, applied, withdrawal-proposed or withdrawn");
        }
    }

    static long number(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw unknown();
        }
        return Long.parseLong(id);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("Nothing has this number");
    }

    static Caller caller(SecurityContext security) {
        return (Caller) security.getUserPrincipal();
    }

    private void record(SecurityContext security, String action, String type, List<String> subjects) {
        audit.record(new AuditEntry(clock.instant(), caller(security), action, type, subjects, "success"));
    }
}
