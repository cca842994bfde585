package org.hms.registry.termwork.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.hms.registry.termwork.ConceptUseStore;
import org.hms.registry.termwork.EarlySignal;
import org.hms.registry.termwork.EarlySignals;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Which concepts are looked up unusually often, where; seen before any diagnosis is reported. */
@Path("/api/v1/term-signals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "steward", "reader"})
@Tag(name = "Terms")
public final class SignalResource {
    private static final int YEAR = 52;

    private final ConceptUseStore store;
    private final boolean enabled;
    private final InstantSource clock;

    public SignalResource(ConceptUseStore store, boolean enabled, InstantSource clock) {
        this.store = store;
        this.enabled = enabled;
        this.clock = clock;
    }

    /** The alarms of the week that begins on that Monday. */
    public record Signals(LocalDate week, List<EarlySignal> items) {
        public Signals {
            items = List.copyOf(items);
        }
    }

    /** How often a concept was looked up in a district in a week. */
    public record WeekCount(String district, LocalDate week, long uses) {}

    /** A concept's counts of the last year. */
    public record Uses(String concept, List<WeekCount> items) {
        public Uses {
            items = List.copyOf(items);
        }
    }

    @GET
    @Operation(summary = "Concepts looked up unusually often in a district in a week (EARS C1, C2, C3)")
    public Signals signals(
            @Parameter(description = "Any day of the week; the last whole week when absent")
                    @QueryParam("week")
                    @Nullable
                    String week) {
        requireEnabled();
        var monday = day(week).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Signals(monday, new EarlySignals(store).in(monday));
    }

    @GET
    @Path("{conceptId}")
    @Operation(summary = "How often a concept was looked up, by district and week, in the last year")
    public Uses uses(@PathParam("conceptId") String conceptId) {
        requireEnabled();
        var since = today().minusWeeks(YEAR);
        return new Uses(
                conceptId,
                store.of(conceptId, since).stream()
                        .map(entry -> new WeekCount(
                                entry.getKey().district(), entry.getKey().week(), entry.getValue()))
                        .toList());
    }

    private LocalDate day(@Nullable String week) {
        if (week == null) {
            return today().minusWeeks(1);
        }
        try {
            return LocalDate.parse(week);
        } catch (DateTimeParseException e) {
            throw ProblemException.badParameter("week", "is a day, as 2026-11-23");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void requireEnabled() {
        if (!enabled) {
            throw ProblemException.notFound("Early signals are switched off here");
        }
    }
}
