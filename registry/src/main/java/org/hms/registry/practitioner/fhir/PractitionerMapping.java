package org.hms.registry.practitioner.fhir;

import java.time.LocalDate;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner.PractitionerQualificationComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hms.matching.person.Sex;
import org.hms.registry.facility.fhir.IdentifierMapping;
import org.hms.registry.practitioner.Licence;
import org.hms.registry.practitioner.Practitioner;
import org.hms.registry.territory.DirectorySystems;
import org.hms.registry.territory.DirectoryType;
import org.hms.registry.territory.Published;
import org.jspecify.annotations.Nullable;

/** A professional as FHIR's Practitioner: licences are qualifications with a period, languages are communication. */
final class PractitionerMapping {

    private static final String LANGUAGE_TAGS = "urn:ietf:bcp:47";
    private static final Coding TEST_DATA =
            new Coding("http://terminology.hl7.org/CodeSystem/v3-ActReason", "HTEST", "test health data");

    private PractitionerMapping() {}

    static org.hl7.fhir.r4.model.Practitioner toPractitioner(Published<Practitioner> published) {
        var said = published.content();
        var practitioner = new org.hl7.fhir.r4.model.Practitioner();
        describe(practitioner, said.id(), published);
        practitioner.getMeta().setSource(DirectorySystems.LIST + said.source().list());
        if (said.source().invented()) {
            practitioner.getMeta().addTag(TEST_DATA.copy());
        }
        practitioner.setActive(said.active());
        said.identifiers().forEach(known -> practitioner.addIdentifier(IdentifierMapping.toIdentifier(known)));
        var name = practitioner
                .addName()
                .setText(said.name().text())
                .setFamily(said.name().familyName());
        said.name().given().forEach(name::addGiven);
        practitioner.setGender(gender(said.sex()));
        said.licences().forEach(licence -> practitioner.addQualification(qualification(licence)));
        said.languages()
                .forEach(tag ->
                        practitioner.addCommunication(new CodeableConcept(new Coding(LANGUAGE_TAGS, tag, null))));
        return practitioner;
    }

    static void describe(Resource resource, String id, Published<?> published) {
        resource.setId(id);
        resource.getMeta()
                .setVersionId(Integer.toString(published.version()))
                .setLastUpdated(Date.from(published.at()));
    }

    static CodeableConcept concept(DirectoryType type) {
        return new CodeableConcept(new Coding(type.system(), type.code(), type.display()));
    }

    static Period period(LocalDate from, @Nullable LocalDate until) {
        var period = new Period().setStartElement(new DateTimeType(from.toString()));
        return until == null ? period : period.setEndElement(new DateTimeType(until.toString()));
    }

    private static PractitionerQualificationComponent qualification(Licence licence) {
        var qualification = new PractitionerQualificationComponent(concept(licence.specialty()))
                .setPeriod(period(licence.validFrom(), licence.validUntil()));
        qualification.addIdentifier().setSystem(DirectorySystems.LICENCE).setValue(licence.number());
        return qualification;
    }

    private static AdministrativeGender gender(Sex sex) {
        return switch (sex) {
            case FEMALE -> AdministrativeGender.FEMALE;
            case MALE -> AdministrativeGender.MALE;
            case OTHER -> AdministrativeGender.OTHER;
            case UNKNOWN -> AdministrativeGender.UNKNOWN;
        };
    }
}
