package org.hms.registry.quality.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hms.registry.access.Caller;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.quality.Dimension;
import org.hms.registry.quality.Indicator;
import org.hms.registry.quality.Offender;
import org.hms.registry.quality.QualityStore;
import org.hms.registry.web.Csv;
import org.hms.registry.web.Page;
import org.hms.registry.web.ProblemException;

/** How complete and valid the records are, and which records are to be mended, for their owners. */
@Path("/api/v1/quality")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Data quality")
public final class QualityResource {

    private final QualityStore store;
    private final double goal;
    private final AuditTrail audit;
    private final InstantSource clock;

    /** @param goal the part of records that should be good in each essential indicator, as 0.95 */
    public QualityResource(QualityStore store, double goal, AuditTrail audit, InstantSource clock) {
        this.store = store;
        this.goal = goal;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({"admin", "steward", "auditor", "system"})
    @Operation(summary = "Completeness, validity and flaws of the records, by source, facility, district and month")
    public QualityReport figures(
            @Parameter(description = "source, facility, district and month, in a list")
                    @QueryParam("by")
                    @DefaultValue("source")
                    String by,
            @BeanParam ScopeQuery scope,
            @BeanParam Page page,
            @Context SecurityContext security) {
        var figures = store.figures(
                scope.scopeFor((Caller) security.getUserPrincipal()), dimensions(by), page.limit(), page.offset());
        return QualityReport.of(figures, goal, page);
    }

    @GET
    @Produces(Csv.WHEN_ASKED_FOR)
    @RolesAllowed({"admin", "steward", "auditor", "system"})
    @Operation(hidden = true)
    public StreamingOutput figuresAsCsv(
            @QueryParam("by") @DefaultValue("source") String by,
            @BeanParam ScopeQuery scope,
            @Context SecurityContext security) {
        var asked = scope.scopeFor((Caller) security.getUserPrincipal());
        return QualityCsv.figures(store, asked, dimensions(by), goal);
    }

    @GET
    @Path("{indicator}/records")
    @RolesAllowed({"admin", "steward", "system"})
    @Operation(summary = "The records that offend an indicator, by their ids, for their owner to mend")
    public QualityReport.Offenders records(
            @PathParam("indicator") String indicator,
            @BeanParam ScopeQuery scope,
            @BeanParam Page page,
            @Context SecurityContext security) {
        var known = indicator(indicator);
        var caller = (Caller) security.getUserPrincipal();
        var found = store.offenders(scope.scopeFor(caller), known.offences(), page.limit(), page.offset());
        record(caller, "quality-list", found.items());
        return new QualityReport.Offenders(
                known.code(),
                found.total(),
                page.limit(),
                page.offset(),
                found.items().stream()
                        .map(one -> QualityReport.OffenderView.of(one, known))
                        .toList());
    }

    /** All of them, however many; each piece that leaves the house is audited. */
    @GET
    @Path("{indicator}/records")
    @Produces(Csv.WHEN_ASKED_FOR)
    @RolesAllowed({"admin", "steward", "system"})
    @Operation(hidden = true)
    public StreamingOutput recordsAsCsv(
            @PathParam("indicator") String indicator, @BeanParam ScopeQuery scope, @Context SecurityContext security) {
        var known = indicator(indicator);
        var caller = (Caller) security.getUserPrincipal();
        return QualityCsv.offenders(
                store, scope.scopeFor(caller), known, piece -> record(caller, "quality-export", piece));
    }

    @GET
    @Path("{indicator}/records.csv")
    @Produces(Csv.UTF8)
    @RolesAllowed({"admin", "steward", "system"})
    @Operation(summary = "All records that offend an indicator, as CSV")
    public StreamingOutput recordsFile(
            @PathParam("indicator") String indicator, @BeanParam ScopeQuery scope, @Context SecurityContext security) {
        return recordsAsCsv(indicator, scope, security);
    }

    private static Indicator indicator(String code) {
        return Indicator.find(code)
                .orElseThrow(
                        () -> ProblemException.notFound("No indicator has this name; known are " + Indicator.known()));
    }

    static Set<Dimension> dimensions(String by) {
        var dimensions = EnumSet.noneOf(Dimension.class);
        for (var code : by.split(",", -1)) {
            dimensions.add(Dimension.find(code.strip())
                    .orElseThrow(() ->
                            ProblemException.badParameter("by", "is a list of source, facility, district and month")));
        }
        return dimensions;
    }

    private void record(Caller caller, String action, List<Offender> shown) {
        if (!shown.isEmpty()) {
            var ids = shown.stream().map(Offender::recordId).toList();
            audit.record(new AuditEntry(clock.instant(), caller, action, "PatientRecord", ids, "success"));
        }
    }
}
