package org.hms.registry.audit.fhir;

import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.InstantType;
import org.hms.registry.audit.AuditEntry;

/** From an event of the trail to FHIR's AuditEvent, under the profile of IHE that fits it. */
final class AuditEventMapping {

    /** Outcomes that mean: done as asked. */
    static final List<String> DONE = List.of("success", "known", "not-known");

    private static final String DISCLOSED = "known";

    private final String personSystem;

    AuditEventMapping(String personSystem) {
        this.personSystem = personSystem;
    }

    AuditEvent toAuditEvent(org.hms.registry.audit.AuditEvent told, String base) {
        var entry = told.entry();
        var deed = Deeds.of(entry.action(), entry.subjectType());
        var event = new AuditEvent();
        event.setId(told.id().toString());
        event.getMeta().setVersionId("1").setLastUpdated(Date.from(entry.at()));
        event.setType(deed.type());
        deed.subtypes(entry.action()).forEach(event::addSubtype);
        event.setAction(deed.done());
        event.setRecordedElement(new InstantType(Date.from(entry.at())));
        boolean done = DONE.contains(entry.outcome());
        event.setOutcome(done ? AuditEventOutcome._0 : AuditEventOutcome._4);
        if (!entry.outcome().equals("success")) {
            event.setOutcomeDesc(entry.outcome());
        }
        AuditAgents.addTo(event, entry.caller(), deed, base);
        entities(entry, deed, base).forEach(event::addEntity);
        if (done && fits(entry, deed)) {
            event.getMeta().addProfile(deed.profile());
        }
        return event;
    }

    private List<AuditEventEntityComponent> entities(AuditEntry entry, Deeds deed, String base) {
        var entities = new AuditEntities(personSystem, base);
        boolean nobody = entry.subjectIds().isEmpty();
        return switch (deed.shape()) {
            case QUERY -> entities.ofQuery(entry, deed.path(entry.subjectType()));
            case FEED -> nobody ? List.of() : entities.ofFeed(entry);
            case READ, DISCLOSURE -> nobody ? List.of() : entities.ofRead(entry);
            case UPDATE, OTHER -> entities.ofAny(entry);
        };
    }

    /** Whether the entry tells what the profile demands: one subject, save for a query, which may have found nobody. */
    private static boolean fits(AuditEntry entry, Deeds deed) {
        int subjects = entry.subjectIds().size();
        return deed.profile() != null
                && switch (deed.shape()) {
                    case QUERY -> subjects == 1 || subjects == 0 && deed != Deeds.CROSS_REFERENCE;
                    case FEED -> subjects >= 1;
                    case DISCLOSURE -> subjects == 1 && entry.outcome().equals(DISCLOSED);
                    case READ, UPDATE -> subjects == 1;
                    case OTHER -> false;
                };
    }
}
