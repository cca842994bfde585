package org.hms.registry.patient.fhir;

import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.patient.IdentifierSystems;
import org.hms.registry.patient.PatientIndex;

/** The Patient that stands for a person, for those who tell others of it. */
public final class PersonAsPatient {

    /** Who is told may be anybody: of a confidential person no more than the enterprise id. */
    private static final Caller ANYBODY = new Caller("notification", Role.SYSTEM);

    private final PatientIndex index;

    public PersonAsPatient(PatientIndex index) {
        this.index = index;
    }

    /** As a read of this enterprise id answers now; an id that ended is inactive and names its heir, if it has one. */
    public Patient now(String eid) {
        var person = index.findPerson(eid);
        if (person.isPresent() && person.get().golden().eid().equals(eid)) {
            return GoldenMapping.toPatient(index.shownTo(ANYBODY, person.get()));
        }
        var former = new Patient();
        former.setId(eid);
        former.setActive(false);
        former.addIdentifier().setSystem(IdentifierSystems.ENTERPRISE_ID).setValue(eid);
        person.ifPresent(heir -> former.addLink()
                .setType(LinkType.REPLACEDBY)
                .setOther(new Reference("Patient/" + heir.golden().eid())));
        return former;
    }
}
