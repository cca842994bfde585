package org.hms.registry.quality.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.InstantSource;
import java.util.List;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.patient.Provisional;
import org.hms.registry.quality.ProvisionalList;
import org.hms.registry.web.Page;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** The identities that stand on no document: nobody is deleted when the term is over, somebody looks at them. */
@Path("/api/v1/provisional")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Provisional identities")
public final class ProvisionalResource {

    private final ProvisionalList list;
    private final AuditTrail audit;
    private final InstantSource clock;

    public ProvisionalResource(ProvisionalList list, AuditTrail audit, InstantSource clock) {
        this.list = list;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of the work list. */
    public record WorkList(String state, long total, int limit, int offset, List<ProvisionalList.Entry> persons) {
        public WorkList {
            persons = List.copyOf(persons);
        }
    }

    @GET
    @RolesAllowed({"admin", "steward", "system"})
    @Operation(summary = "Persons whose identity stands on no document, with the sources that own them; ids only")
    public WorkList list(
            @Parameter(description = "current, expiring or expired") @QueryParam("state") @DefaultValue("expired")
                    String state,
            @Parameter(description = "The id of the source system that owns them") @QueryParam("source") @Nullable
                    String source,
            @BeanParam Page page,
            @Context SecurityContext security) {
        var caller = (Caller) security.getUserPrincipal();
        var found = list.list(state(state), owner(caller, source), page.limit(), page.offset());
        if (!found.items().isEmpty()) {
            var eids = found.items().stream().map(ProvisionalList.Entry::eid).toList();
            audit.record(new AuditEntry(clock.instant(), caller, "provisional-list", "Person", eids, "success"));
        }
        return new WorkList(state, found.total(), page.limit(), page.offset(), found.items());
    }

    private static Provisional.State state(String text) {
        return switch (text) {
            case "current" -> Provisional.State.CURRENT;
            case "expiring" -> Provisional.State.EXPIRING;
            case "expired" -> Provisional.State.EXPIRED;
            default -> throw ProblemException.badParameter("state", "is current, expiring or expired");
        };
    }

    private static @Nullable String owner(Caller caller, @Nullable String asked) {
        if (caller.role() != Role.SYSTEM) {
            return asked;
        }
        var own = caller.source();
        if (own == null || asked != null && !asked.equals(own)) {
            throw ProblemException.forbidden("A source system asks about its own records only");
        }
        return own;
    }
}
