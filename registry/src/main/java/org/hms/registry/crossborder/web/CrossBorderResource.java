package org.hms.registry.crossborder.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.hms.matching.person.Identifier;
import org.hms.registry.access.Caller;
import org.hms.registry.crossborder.CrossBorderLookup;
import org.hms.registry.crossborder.CrossBorderLookup.Answer;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Does Paraguay know this person? For partners with an agreement in force. */
@Path("/api/v1/cross-border/identifiers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cross-border")
public final class CrossBorderResource {

    private final CrossBorderLookup lookup;

    public CrossBorderResource(CrossBorderLookup lookup) {
        this.lookup = lookup;
    }

    /** Whether the person is known, and under which of the partner's own identifiers. */
    public record LookupAnswer(boolean known, List<Identifier> identifiers) {}

    @GET
    @RolesAllowed({"partner", "admin"})
    @Operation(summary = "Is a person with this identifier known, and under which of your own identifiers?")
    public LookupAnswer ask(
            @QueryParam("system") @Nullable String system,
            @QueryParam("value") @Nullable String value,
            @Context SecurityContext security) {
        if (system == null || system.isBlank()) {
            throw ProblemException.badParameter("system", "is needed");
        }
        if (value == null || value.isBlank() || value.length() > 64) {
            throw ProblemException.badParameter("value", "is needed, of at most 64 characters");
        }
        return switch (lookup.ask((Caller) security.getUserPrincipal(), system, value)) {
            case Answer.Known(var own) -> new LookupAnswer(true, own);
            case Answer.NotKnown() -> new LookupAnswer(false, List.of());
            case Answer.Refused(var reason) -> throw ProblemException.forbidden(reason);
        };
    }
}
