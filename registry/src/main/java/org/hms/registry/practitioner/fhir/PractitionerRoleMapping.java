package org.hms.registry.practitioner.fhir;

import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.Reference;
import org.hms.registry.practitioner.PractitionerRole;
import org.hms.registry.territory.Published;

/** A role as FHIR's PractitionerRole, active or not as of a day. */
final class PractitionerRoleMapping {

    private PractitionerRoleMapping() {}

    static org.hl7.fhir.r4.model.PractitionerRole toPractitionerRole(
            Published<PractitionerRole> published, LocalDate today, List<String> services) {
        var said = published.content();
        var role = new org.hl7.fhir.r4.model.PractitionerRole();
        PractitionerMapping.describe(role, said.id(), published);
        role.setActive(said.isActiveOn(today));
        role.setPeriod(PractitionerMapping.period(said.since(), said.until()));
        role.setPractitioner(new Reference("Practitioner/" + said.practitioner()));
        role.setOrganization(new Reference("Organization/" + said.facility()));
        role.addLocation(new Reference("Location/" + said.facility()));
        if (said.role() != null) {
            role.addCode(PractitionerMapping.concept(said.role()));
        }
        role.addSpecialty(PractitionerMapping.concept(said.specialty()));
        services.forEach(service -> role.addHealthcareService(new Reference("HealthcareService/" + service)));
        return role;
    }
}
