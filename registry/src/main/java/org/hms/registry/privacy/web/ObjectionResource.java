package org.hms.registry.privacy.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.InstantSource;
import java.util.List;
import org.hms.registry.access.Caller;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.Person;
import org.hms.registry.patient.SourceRecord;
import org.hms.registry.privacy.Objections;
import org.hms.registry.privacy.Objections.Objection;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** A person's objection to secondary use of the data (Ley 7593/2025, right of opposition). */
@Path("/api/v1/persons/{eid}/objection")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "A person's rights")
public final class ObjectionResource {

    private final PatientIndex index;
    private final Objections objections;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ObjectionResource(PatientIndex index, Objections objections, AuditTrail audit, InstantSource clock) {
        this.index = index;
        this.objections = objections;
        this.audit = audit;
        this.clock = clock;
    }

    /** In what words the person objects. */
    public record ObjectionRequest(
            @JsonProperty("reason") @Nullable String reason) {}

    /** Whether the person objects, and what was said. */
    public record ObjectionView(
            String eid, boolean objects, @Nullable Objection objection) {}

    @GET
    @RolesAllowed({"admin", "steward", "auditor", "system"})
    @Operation(summary = "Whether the person objects to secondary use of the data")
    public ObjectionView get(@PathParam("eid") String eid, @Context SecurityContext security) {
        var person = person(eid);
        record(person, "read", security);
        return view(person);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"admin", "steward"})
    @Operation(summary = "Put an objection on record; it follows the person through merges and splits")
    public ObjectionView state(
            @PathParam("eid") String eid, @Nullable ObjectionRequest request, @Context SecurityContext security) {
        var reason = Texts.required("/reason", request == null ? null : request.reason());
        var person = person(eid);
        var caller = (Caller) security.getUserPrincipal();
        objections.state(records(person), new Objection(reason, caller.subject(), clock.instant()));
        record(person, "objection-state", security);
        return view(person);
    }

    @DELETE
    @RolesAllowed({"admin", "steward"})
    @Operation(summary = "Withdraw the objection; that it stood is kept")
    public ObjectionView withdraw(@PathParam("eid") String eid, @Context SecurityContext security) {
        var person = person(eid);
        var caller = (Caller) security.getUserPrincipal();
        if (!objections.withdraw(records(person), caller.subject(), clock.instant())) {
            throw ProblemException.notFound("This person has no objection on record");
        }
        record(person, "objection-withdraw", security);
        return view(person);
    }

    private ObjectionView view(Person person) {
        var found = objections.find(records(person));
        return new ObjectionView(person.golden().eid(), found.isPresent(), found.orElse(null));
    }

    private Person person(String eid) {
        return index.findPerson(eid).orElseThrow(() -> ProblemException.notFound("No person has this enterprise id"));
    }

    private static List<String> records(Person person) {
        return person.members().stream().map(SourceRecord::id).toList();
    }

    private void record(Person person, String action, SecurityContext security) {
        var caller = (Caller) security.getUserPrincipal();
        var subjects = List.of(person.golden().eid());
        audit.record(new AuditEntry(clock.instant(), caller, action, "Person", subjects, "success"));
    }
}
