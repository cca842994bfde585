package org.hms.registry.patient.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import org.hms.registry.patient.PatientHistory;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.PersonTimeline;
import org.hms.registry.web.Page;
import org.hms.registry.web.ProblemException;

/** What became of one enterprise id: versions of its golden record, who came and went, merges and splits. */
@Path("/api/v1/persons/{eid}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Persons")
public final class PersonHistoryResource {

    private final PatientIndex index;
    private final PatientHistory history;
    private final AuditTrail audit;
    private final InstantSource clock;

    public PersonHistoryResource(PatientIndex index, PatientHistory history, AuditTrail audit, InstantSource clock) {
        this.index = index;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of a timeline; the total counts all events. */
    public record TimelinePage(String eid, boolean active, int total, List<PersonTimeline.Event> events) {}

    @GET
    @RolesAllowed({"admin", "steward", "system", "auditor"})
    @Operation(
            summary = "All that became of an enterprise id, newest first; an id that was merged keeps its own history")
    public TimelinePage get(@PathParam("eid") String eid, @BeanParam Page page, @Context SecurityContext security) {
        var caller = (Caller) security.getUserPrincipal();
        if (!index.hiddenFrom(caller, List.of(eid)).isEmpty()) {
            throw ProblemException.forbidden("The person is confidential; the enterprise id may be read");
        }
        var timeline = index.findHistory(eid)
                .map(known -> PersonTimeline.of(known, history.ofPerson(eid)))
                .orElseThrow(() -> ProblemException.notFound("No person has this enterprise id"));
        audit.record(new AuditEntry(clock.instant(), caller, "history", "Person", List.of(eid), "success"));
        return new TimelinePage(
                eid,
                timeline.active(),
                timeline.events().size(),
                timeline.events().stream()
                        .skip(page.offset())
                        .limit(page.limit())
                        .toList());
    }
}
