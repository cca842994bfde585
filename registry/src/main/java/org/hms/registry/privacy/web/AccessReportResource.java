package org.hms.registry.privacy.web;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Purpose;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.privacy.AccessReports;
import org.hms.registry.privacy.AccessReports.Access;
import org.hms.registry.privacy.AccessReports.Report;
import org.hms.registry.web.Csv;
import org.hms.registry.web.Page;
import org.hms.registry.web.ProblemException;

/** Who saw or changed this person's data, when, why and what (Ley 7593/2025, right of access). */
@Path("/api/v1/persons/{eid}/access-report")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "A person's rights")
public final class AccessReportResource {

    private final PatientIndex index;
    private final AccessReports reports;
    private final AuditTrail audit;
    private final InstantSource clock;

    public AccessReportResource(PatientIndex index, AccessReports reports, AuditTrail audit, InstantSource clock) {
        this.index = index;
        this.reports = reports;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of the report, newest first. */
    public record ReportView(
            String eid, String askedFor, long total, int limit, int offset, List<AccessView> accesses) {
        public ReportView {
            accesses = List.copyOf(accesses);
        }
    }

    /** One access, with its purpose and action in words for the person. */
    public record AccessView(
            Instant at,
            String caller,
            String role,
            String purpose,
            String purposeLabel,
            String action,
            String actionLabel,
            List<String> about,
            String outcome) {
        static AccessView of(Access access) {
            return new AccessView(
                    access.at(),
                    access.caller(),
                    access.role(),
                    access.purpose(),
                    Purpose.label(access.purpose()),
                    access.action(),
                    AccessWords.action(access.action()),
                    access.about(),
                    access.outcome());
        }
    }

    @GET
    @RolesAllowed({"admin", "steward", "auditor"})
    @Operation(summary = "Who saw or changed the person's data, under every enterprise id the person had; also as CSV")
    public ReportView report(
            @PathParam("eid") String eid,
            @BeanParam PeriodQuery period,
            @BeanParam Page page,
            @Context SecurityContext security) {
        var living = living(eid);
        var report = reported(living, period, page, security);
        return new ReportView(
                living,
                eid,
                report.total(),
                page.limit(),
                page.offset(),
                report.accesses().stream().map(AccessView::of).toList());
    }

    /** The same page with Spanish headings, to be printed for the person; the whole length is in X-Total-Count. */
    @GET
    @Produces(Csv.WHEN_ASKED_FOR)
    @RolesAllowed({"admin", "steward", "auditor"})
    @Operation(hidden = true)
    public Response reportAsCsv(
            @PathParam("eid") String eid,
            @BeanParam PeriodQuery period,
            @BeanParam Page page,
            @Context SecurityContext security)
            throws IOException {
        var report = reported(living(eid), period, page, security);
        var out = new StringWriter();
        Csv.write(out, List.of("fecha_y_hora", "quien", "rol", "finalidad", "accion", "sobre", "resultado"));
        for (var access : report.accesses()) {
            Csv.write(
                    out,
                    List.of(
                            access.at().atZone(PeriodQuery.PARAGUAY).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                            access.caller(),
                            AccessWords.role(access.role()),
                            Purpose.label(access.purpose()),
                            AccessWords.action(access.action()),
                            String.join(" ", access.about()),
                            AccessWords.outcome(access.outcome())));
        }
        return Response.ok(out.toString())
                .header("X-Total-Count", report.total())
                .build();
    }

    private String living(String eid) {
        return index.findPerson(eid)
                .orElseThrow(() -> ProblemException.notFound("No person has this enterprise id"))
                .golden()
                .eid();
    }

    private Report reported(String living, PeriodQuery period, Page page, SecurityContext security) {
        var report = reports.about(living, period.period(), page.limit(), page.offset());
        var caller = (Caller) security.getUserPrincipal();
        audit.record(new AuditEntry(clock.instant(), caller, "access-report", "Person", List.of(living), "success"));
        return report;
    }
}
