package org.hms.registry.audit.fhir;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.hms.registry.access.Role;
import org.hms.registry.audit.AuditCondition;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditEventId;
import org.hms.registry.audit.AuditLog;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.RedactedQuery;
import org.hms.registry.fhir.Searchset;

/**
 * Who saw and changed what, as auditors ask it over FHIR (IHE BALP, Retrieve ATNA Audit Event ITI-81). Newest first; and to
 * look is itself recorded.
 */
public final class AuditEventEndpoint {

    private static final Role[] MAY_LOOK = {Role.AUDITOR, Role.ADMIN};

    private final AuditLog log;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final AuditTerms terms;
    private final AuditEventMapping mapping;

    private AuditEventEndpoint(AuditLog log, AuditTrail trail, InstantSource clock, String personSystem) {
        this.log = log;
        this.trail = trail;
        this.clock = clock;
        this.terms = new AuditTerms(personSystem);
        this.mapping = new AuditEventMapping(personSystem);
    }

    /** Persons are told by identifiers of this system. */
    public static FhirEndpoint of(AuditLog log, AuditTrail trail, InstantSource clock, String personSystem) {
        var endpoint = new AuditEventEndpoint(log, trail, clock, personSystem);
        var builder = FhirEndpoint.of("AuditEvent")
                .read(endpoint::read, MAY_LOOK)
                .search(endpoint::search, AuditTerms.PARAMETERS, MAY_LOOK);
        for (var deed : Deeds.values()) {
            if (deed.profile() != null) {
                builder.supports(deed.profile());
            }
        }
        return builder.build();
    }

    private FhirAnswer read(FhirRequest request) {
        var found = AuditEventId.find(request.requireId())
                .flatMap(log::find)
                .orElseThrow(() -> FhirProblem.notFound("No AuditEvent has this id"));
        var id = found.id().toString();
        trail.record(new AuditEntry(clock.instant(), request.caller(), "read", "AuditEvent", List.of(id), "success"));
        return FhirAnswer.ok(mapping.toAuditEvent(found, request.base()));
    }

    private FhirAnswer search(FhirRequest request) {
        var now = clock.instant();
        var asked = pinned(request, now);
        var conditions = new ArrayList<AuditCondition>();
        asked.query().terms().forEach(term -> conditions.add(terms.condition(term, request.base())));
        var persons = conditions.stream()
                .filter(AuditCondition.IsAbout.class::isInstance)
                .flatMap(about -> ((AuditCondition.IsAbout) about).anySubject().stream())
                .distinct()
                .toList();
        var found = log.find(conditions, asked.query().count(), asked.query().offset());
        trail.record(new AuditEntry(now, request.caller(), "search", "AuditEvent", persons, "success")
                .asked(RedactedQuery.of(request, "AuditEvent")));
        var searchset = Searchset.of(asked, found.total());
        found.page().forEach(event -> searchset.match(mapping.toAuditEvent(event, request.base())));
        return searchset.answer();
    }

    /** The events before now, on every page: what is recorded while an auditor turns pages would move them. */
    private static FhirRequest pinned(FhirRequest request, Instant now) {
        var query = request.query();
        if (query.has("_lastUpdated")) {
            return request;
        }
        return request.with(query.and("_lastUpdated", AuditTerms.before(now)));
    }
}
