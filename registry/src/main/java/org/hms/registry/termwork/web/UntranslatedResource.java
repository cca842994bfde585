package org.hms.registry.termwork.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.hms.registry.termwork.UntranslatedQuery;
import org.hms.registry.termwork.UntranslatedStore;
import org.hms.registry.web.Page;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** The work list of editors: what people asked for and the lexicon did not know. */
@Path("/api/v1/terms/untranslated")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "steward", "coder"})
@Tag(name = "Terms")
public final class UntranslatedResource {
    private static final int LONGEST_TEXT = 200;

    private final UntranslatedStore store;
    private final int from;
    private final int days;
    private final InstantSource clock;

    /** @param from how often a query was asked at least to be shown */
    public UntranslatedResource(UntranslatedStore store, int from, int days, InstantSource clock) {
        this.store = store;
        this.from = from;
        this.days = days;
        this.clock = clock;
    }

    /** The queries that were asked at least {@code shownFrom} times in the last {@code days} days. */
    public record Untranslated(int shownFrom, int days, List<UntranslatedQuery> items) {
        public Untranslated {
            items = List.copyOf(items);
        }
    }

    /** How many days' counts were taken off the list. */
    public record Settled(int days) {}

    @GET
    @Operation(
            summary = "What was asked for and is not in the lexicon, the most asked first; without anything personal")
    public Untranslated list(@BeanParam Page page) {
        var since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(days);
        return new Untranslated(from, days, store.list(since, from, page.limit(), page.offset()));
    }

    @DELETE
    @RolesAllowed({"admin", "steward"})
    @Operation(summary = "Takes a query off the list, because it is answered now or means nothing")
    public Settled settle(@QueryParam("text") @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST_TEXT) {
            throw ProblemException.badParameter("text", "is the query as the list has it");
        }
        var settled = store.settle(text);
        if (settled == 0) {
            throw ProblemException.notFound("The list has no such query");
        }
        return new Settled(settled);
    }
}
