package org.hms.registry.patient.fhir;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.StringType;
import org.hms.registry.patient.RecordKey;

/**
 * Reads who is whose mother from the RelatedPersons of a message. FHIR's way: the RelatedPerson is the mother, its patient the
 * newborn, and the mother's own Patient says {@code seealso}; the other way round, a child of its patient, is understood too.
 */
final class MotherAndChild {

    private static final Set<String> MOTHER = Set.of("MTH", "NMTH", "GESTM");
    private static final Set<String> CHILD = Set.of("CHILD", "NCHILD", "SON", "DAU", "SONC", "DAUC", "NBOR");

    private final List<BundleEntryComponent> entries;
    private final PatientIntake intake;
    private final BundleReferences references;

    MotherAndChild(List<BundleEntryComponent> entries, PatientIntake intake, BundleReferences references) {
        this.entries = entries;
        this.intake = intake;
        this.references = references;
    }

    /** Whose mother it tells of, and what it says of her: her record, her name, or both. */
    record Relation(RecordKey child, Optional<RecordKey> mother, Optional<String> motherName) {}

    /** Nothing where another relation is meant, or where the child is not named by anything that we know. */
    Optional<Relation> read(BundleEntryComponent entry, RelatedPerson related) {
        var codes = related.getRelationship().stream()
                .flatMap(concept -> concept.getCoding().stream())
                .map(Coding::getCode)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var described = key(related.getIdentifier().stream()).or(() -> seenAlsoBy(entry));
        var patient = key(related.getPatient());
        if (codes.stream().anyMatch(MOTHER::contains)) {
            return patient.map(child -> new Relation(child, described, name(related.getName())));
        }
        if (codes.stream().anyMatch(CHILD::contains)) {
            return described.map(child -> new Relation(child, patient, Optional.empty()));
        }
        return Optional.empty();
    }

    /** The Patient that says it is the same person as this RelatedPerson. */
    private Optional<RecordKey> seenAlsoBy(BundleEntryComponent entry) {
        Predicate<Patient> sees = patient -> patient.getLink().stream()
                .anyMatch(link -> link.getType() == LinkType.SEEALSO && BundleReferences.means(link.getOther(), entry));
        return entries.stream()
                .map(BundleEntryComponent::getResource)
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .filter(sees)
                .findFirst()
                .flatMap(patient -> key(patient.getIdentifier().stream()));
    }

    private Optional<RecordKey> key(Reference reference) {
        var known = references.find(reference);
        return known != null ? Optional.of(known) : key(Stream.of(reference.getIdentifier()));
    }

    private Optional<RecordKey> key(Stream<Identifier> identifiers) {
        return identifiers
                .filter(identifier -> identifier.hasSystem() && identifier.hasValue())
                .map(identifier -> intake.key(identifier.getSystem(), identifier.getValue()))
                .filter(key -> intake.isRecordKey(key))
                .findFirst();
    }

    static Optional<String> name(List<HumanName> names) {
        return names.stream()
                .map(name -> name.hasText() ? name.getText() : parts(name))
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static String parts(HumanName name) {
        return Stream.concat(name.getGiven().stream().map(PrimitiveType::getValue), Stream.ofNullable(name.getFamily()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** Keeps the mother's name in the child's Patient; what the child's own record says of her goes before. */
    static void putMother(Patient child, String name) {
        if (!child.hasExtension(PatientMapping.MOTHERS_MAIDEN_NAME)) {
            child.addExtension(new Extension(PatientMapping.MOTHERS_MAIDEN_NAME, new StringType(name)));
        }
    }
}
