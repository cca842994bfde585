package org.hms.registry.patient.fhir;

import java.util.Date;
import java.util.Locale;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.patient.PersonMarks.Mark;

/** Shows on a person's Patient that the identity is provisional, and that the person objects to secondary use. */
final class MarkExtension {

    static final String PROVISIONAL = "https://registry.hms.gov.py/fhir/StructureDefinition/provisional-identity";
    static final String OBJECTION = "https://registry.hms.gov.py/fhir/StructureDefinition/objects-to-secondary-use";
    static final String TAGS = "https://registry.hms.gov.py/fhir/CodeSystem/identity-state";

    private MarkExtension() {}

    static Patient addTo(Patient patient, Mark mark) {
        var provisional = mark.provisional();
        if (provisional != null) {
            var state = provisional.state().name().toLowerCase(Locale.ROOT);
            patient.getMeta().addTag(TAGS, "provisional", "Identidad provisoria");
            var extension = new Extension(PROVISIONAL);
            extension.addExtension("state", new CodeType(state));
            extension.addExtension("since", new InstantType(Date.from(provisional.since())));
            extension.addExtension("until", new InstantType(Date.from(provisional.until())));
            patient.addExtension(extension);
        }
        if (mark.objects()) {
            patient.getMeta().addTag(TAGS, "objects-to-secondary-use", "Se opone al uso secundario");
            patient.addExtension(OBJECTION, new BooleanType(true));
        }
        return patient;
    }
}
