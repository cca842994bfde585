package org.hms.registry.audit.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.Coding;
import org.hms.registry.audit.AuditCondition.Deed;
import org.hms.registry.audit.AuditCondition.IsDeed;
import org.jspecify.annotations.Nullable;

/** What the trail calls the deeds it keeps, and how BALP, PIXm and PDQm want each to be told. */
enum Deeds {
    FEED_CREATE(
            "create",
            "Patient",
            AuditEventAction.C,
            Shape.FEED,
            "create",
            Ihe.FEED,
            Ihe.PIXM + "Feed.Create.Audit.Manager"),
    FEED_UPDATE(
            "update",
            "Patient",
            AuditEventAction.U,
            Shape.FEED,
            "update",
            Ihe.FEED,
            Ihe.PIXM + "Feed.Update.Audit.Manager"),
    FEED_DELETE(
            "delete",
            "Patient",
            AuditEventAction.D,
            Shape.FEED,
            "delete",
            Ihe.FEED,
            Ihe.PIXM + "Feed.Delete.Audit.Manager"),
    CROSS_REFERENCE(
            "cross-reference",
            "Patient",
            AuditEventAction.E,
            Shape.QUERY,
            "search",
            Ihe.PIX,
            Ihe.PIXM + "Query.Audit.Manager"),
    DEMOGRAPHICS_QUERY(
            "search", "Patient", AuditEventAction.E, Shape.QUERY, "search", Ihe.PDQ, Ihe.PDQM + "Query.Audit.Supplier"),
    MATCH("match", "Patient", AuditEventAction.E, Shape.QUERY, "search", Ihe.MATCH, Ihe.PDQM + "Match.Audit.Supplier"),
    OTHER_SEARCH("search", null, AuditEventAction.E, Shape.QUERY, "search", null, Ihe.BALP + "Query"),
    PATIENT_READ("read", "Patient", AuditEventAction.R, Shape.READ, "read", null, Ihe.BALP + "PatientRead"),
    PERSON_READ("read", "Person", AuditEventAction.R, Shape.READ, "read", null, Ihe.BALP + "PatientRead"),
    PATIENT_VREAD("vread", "Patient", AuditEventAction.R, Shape.READ, "vread", null, Ihe.BALP + "PatientRead"),
    OTHER_READ("read", null, AuditEventAction.R, Shape.READ, "read", null, Ihe.BALP + "Read"),
    OTHER_CREATE("create", null, AuditEventAction.C, Shape.UPDATE, "create", null, Ihe.BALP + "Create"),
    OTHER_UPDATE("update", null, AuditEventAction.U, Shape.UPDATE, "update", null, Ihe.BALP + "Update"),
    OTHER_DELETE("delete", null, AuditEventAction.D, Shape.UPDATE, "delete", null, Ihe.BALP + "Delete"),
    PUBLISH("publish", null, AuditEventAction.U, Shape.UPDATE, "update", null, Ihe.BALP + "Update"),
    DISCLOSURE(
            "cross-border-lookup",
            null,
            AuditEventAction.R,
            Shape.DISCLOSURE,
            "disclose",
            null,
            Ihe.BALP + "PrivacyDisclosure.Source"),
    /** All that has no pattern of IHE's: the deed's own word as subtype, and no profile. */
    OTHER("", null, AuditEventAction.E, Shape.OTHER, "", null, null);

    /** Which agents and entities an event has. */
    enum Shape {
        FEED,
        QUERY,
        READ,
        UPDATE,
        DISCLOSURE,
        OTHER
    }

    /** The words of IHE's profiles. */
    private static final class Ihe {
        static final String BALP = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";
        static final String PIXM = "https://profiles.ihe.net/ITI/PIXm/StructureDefinition/IHE.PIXm.";
        static final String PDQM = "https://profiles.ihe.net/ITI/PDQm/StructureDefinition/IHE.PDQm.";
        static final String FEED = "ITI-104 Patient Identity Feed FHIR";
        static final String PIX = "ITI-83 Mobile Patient Identifier Cross-reference Query";
        static final String PDQ = "ITI-78 Mobile Patient Demographics Query";
        static final String MATCH = "ITI-119 Patient Demographics Match";

        private Ihe() {}
    }

    private static final String TRANSACTIONS = "urn:ihe:event-type-code";
    private static final String INTERACTIONS = "http://hl7.org/fhir/restful-interaction";
    private static final String LIFECYCLE = "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle";
    static final String OWN_ACTIONS = "https://registry.hms.gov.py/fhir/CodeSystem/audit-action";

    private final String action;
    private final @Nullable String subjectType;
    private final AuditEventAction done;
    private final Shape shape;
    private final String interaction;
    private final @Nullable String transaction;
    private final @Nullable String profile;

    Deeds(
            String action,
            @Nullable String subjectType,
            AuditEventAction done,
            Shape shape,
            String interaction,
            @Nullable String transaction,
            @Nullable String profile) {
        this.action = action;
        this.subjectType = subjectType;
        this.done = done;
        this.shape = shape;
        this.interaction = interaction;
        this.transaction = transaction;
        this.profile = profile;
    }

    /** The pattern of an entry: the one for its subjects' type comes before the one for any. */
    static Deeds of(String action, String subjectType) {
        for (var deed : values()) {
            if (deed.action.equals(action) && (deed.subjectType == null || deed.subjectType.equals(subjectType))) {
                return deed;
            }
        }
        return OTHER;
    }

    AuditEventAction done() {
        return done;
    }

    Shape shape() {
        return shape;
    }

    @Nullable
    String profile() {
        return profile;
    }

    Coding type() {
        return shape == Shape.DISCLOSURE
                ? new Coding("http://dicom.nema.org/resources/ontology/DCM", "110106", "Export")
                : new Coding("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "RESTful Operation");
    }

    /** Where the question was put, for entries that do not say what was asked. */
    String path(String asked) {
        return switch (this) {
            case CROSS_REFERENCE -> "Patient/$ihe-pix";
            case MATCH -> "Patient/$match";
            default -> asked;
        };
    }

    List<Coding> subtypes(String ownAction) {
        var subtypes = new ArrayList<Coding>();
        if (transaction != null) {
            int space = transaction.indexOf(' ');
            subtypes.add(new Coding(TRANSACTIONS, transaction.substring(0, space), transaction.substring(space + 1)));
        }
        switch (shape) {
            case OTHER -> subtypes.add(new Coding(OWN_ACTIONS, ownAction, null));
            case DISCLOSURE -> subtypes.add(new Coding(LIFECYCLE, interaction, null));
            default -> subtypes.add(new Coding(INTERACTIONS, interaction, interaction));
        }
        return subtypes;
    }

    /** The condition that an event is told by one of the patterns for which this holds. */
    static IsDeed suchAs(Predicate<Deeds> wanted) {
        var named = List.of(values()).subList(0, OTHER.ordinal());
        var anyOf = new ArrayList<Deed>();
        for (var deed : named) {
            if (wanted.test(deed)) {
                anyOf.add(new Deed(deed.action, deed.subjectType));
            }
        }
        return new IsDeed(anyOf, wanted.test(OTHER) ? everyNamed() : List.of());
    }

    private static List<Deed> everyNamed() {
        return List.of(values()).subList(0, OTHER.ordinal()).stream()
                .map(deed -> new Deed(deed.action, null))
                .distinct()
                .toList();
    }
}
