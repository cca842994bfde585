package org.hms.registry.audit.fhir;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hms.registry.audit.AuditEntry;

/** What an event was done to: the data, the person they are about, or the query. Persons are named by our ids alone. */
final class AuditEntities {

    private static final String TYPES = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String ROLES = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String RECORD_PREFIX = "r-";

    private final String personSystem;
    private final String base;

    /** Persons are told by identifiers of this system; queries under this base. */
    AuditEntities(String personSystem, String base) {
        this.personSystem = personSystem;
        this.base = base;
    }

    /** ITI-104: the record that was fed, and the person it was found to be, by identifier as PIXm wants it. */
    List<AuditEventEntityComponent> ofFeed(AuditEntry entry) {
        var ids = entry.subjectIds();
        var record = ids.stream().filter(AuditEntities::isRecord).findFirst().orElse(ids.getFirst());
        var person = ids.stream().filter(id -> !isRecord(id)).findFirst().orElse(record);
        return List.of(data("Patient", record), patient(new Reference().setIdentifier(personIdentifier(person))));
    }

    /** What was asked, and the one person of the answer whom the event is about. */
    List<AuditEventEntityComponent> ofQuery(AuditEntry entry, String path) {
        return entry.subjectIds().isEmpty()
                ? List.of(query(entry, path))
                : List.of(
                        query(entry, path),
                        patient(reference("Patient", entry.subjectIds().getFirst())));
    }

    List<AuditEventEntityComponent> ofRead(AuditEntry entry) {
        var id = entry.subjectIds().getFirst();
        return isAboutPatients(entry)
                ? List.of(data("Patient", id), patient(reference("Patient", id)))
                : List.of(data(type(entry), id));
    }

    /** Any deed on any subjects: persons as persons, all else as data. */
    List<AuditEventEntityComponent> ofAny(AuditEntry entry) {
        return entry.subjectIds().stream()
                .map(id -> isAboutPatients(entry) ? patient(reference("Patient", id)) : data(type(entry), id))
                .toList();
    }

    static boolean isAboutPatients(AuditEntry entry) {
        return entry.subjectType().equals("Patient") || entry.subjectType().equals("Person");
    }

    private static boolean isRecord(String id) {
        return id.startsWith(RECORD_PREFIX);
    }

    /** The FHIR type under which our own kinds can be read. */
    private static String type(AuditEntry entry) {
        return switch (entry.subjectType()) {
            case "Jurisdiction", "Facility" -> "Organization";
            default -> entry.subjectType();
        };
    }

    private AuditEventEntityComponent query(AuditEntry entry, String path) {
        var asked = entry.query() == null ? path : entry.query();
        return new AuditEventEntityComponent()
                .setType(new Coding(TYPES, "2", "System Object"))
                .setRole(new Coding(ROLES, "24", "Query"))
                .setQuery((base + "/" + asked).getBytes(StandardCharsets.UTF_8));
    }

    private static AuditEventEntityComponent data(String type, String id) {
        return new AuditEventEntityComponent()
                .setWhat(new Reference(type + "/" + id))
                .setType(new Coding(TYPES, "2", "System Object"))
                .setRole(new Coding(ROLES, "4", "Domain Resource"));
    }

    private static AuditEventEntityComponent patient(Reference who) {
        return new AuditEventEntityComponent()
                .setWhat(who)
                .setType(new Coding(TYPES, "1", "Person"))
                .setRole(new Coding(ROLES, "1", "Patient"));
    }

    private Reference reference(String type, String id) {
        var reference = new Reference(type + "/" + id);
        return isRecord(id) ? reference : reference.setIdentifier(personIdentifier(id));
    }

    private Identifier personIdentifier(String eid) {
        return new Identifier().setSystem(personSystem).setValue(eid);
    }
}
