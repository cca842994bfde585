package org.hms.registry.patient.fhir;

import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hms.registry.patient.GoldenRecord;

/** The mother whom a golden record names, as a RelatedPerson of the person. No two people are related here by likeness. */
final class RelatedPersonMapping {

    private static final String MOTHER_OF = "mother-";
    private static final String ROLES = "http://terminology.hl7.org/CodeSystem/v3-RoleCode";

    private RelatedPersonMapping() {}

    static Optional<RelatedPerson> motherOf(GoldenRecord golden) {
        var name = golden.demographics().birth().mother();
        if (name == null) {
            return Optional.empty();
        }
        var mother = new RelatedPerson();
        mother.setId(MOTHER_OF + golden.eid());
        mother.getMeta().setVersionId(Integer.toString(golden.version())).setLastUpdated(Date.from(golden.at()));
        mother.setActive(true);
        mother.setPatient(new Reference("Patient/" + golden.eid()));
        mother.addRelationship(new CodeableConcept(new Coding(ROLES, "MTH", "mother")));
        mother.addName(NameMapping.toHumanName(name));
        return Optional.of(mother);
    }

    /** The person whose mother an id of ours names. */
    static Optional<String> child(String id) {
        return id.startsWith(MOTHER_OF) ? Optional.of(id.substring(MOTHER_OF.length())) : Optional.empty();
    }
}
