package org.hms.registry.patient.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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
import org.hms.registry.web.ProblemException;

/** One person whole: the golden record, the records behind it, what ties them together, and how it came about. */
@Path("/api/v1/persons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Persons")
public final class PersonResource {

    private final PatientIndex index;
    private final AuditTrail audit;
    private final InstantSource clock;

    public PersonResource(PatientIndex index, AuditTrail audit, InstantSource clock) {
        this.index = index;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @Path("{eid}")
    @RolesAllowed({"admin", "steward", "system", "auditor"})
    @Operation(summary = "The person an enterprise id leads to; an id that was merged leads to its heir")
    public PersonView get(@PathParam("eid") String eid, @Context SecurityContext security) {
        var person =
                index.findPerson(eid).orElseThrow(() -> ProblemException.notFound("No person has this enterprise id"));
        var history = index.findHistory(person.golden().eid()).orElseThrow();
        audit.record(new AuditEntry(
                clock.instant(),
                (Caller) security.getUserPrincipal(),
                "read",
                "Person",
                List.of(person.golden().eid()),
                "success"));
        return PersonView.of(eid, person, index.evidenceAbout(person), history);
    }
}
