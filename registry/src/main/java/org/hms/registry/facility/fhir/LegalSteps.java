package org.hms.registry.facility.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.StringType;
import org.hms.registry.facility.LegalStep;
import org.hms.registry.fhir.FhirProblem;
import org.jspecify.annotations.Nullable;

/** The legal steps of a facility as extensions of its Organization, for which R4 has no elements: kind, number and period. */
public final class LegalSteps {

    static final String URL = PlaceMapping.EXTENSIONS + "facility-legal-step";
    private static final String SYSTEM = "https://registry.hms.gov.py/fhir/CodeSystem/facility-legal-step";
    private static final String KIND = "kind";
    private static final String NUMBER = "number";
    private static final String PERIOD = "period";

    private LegalSteps() {}

    /** Refuses with 422 what is no legal step. */
    public static List<LegalStep> read(Organization sent) {
        return sent.getExtensionsByUrl(URL).stream().map(LegalSteps::step).toList();
    }

    private static LegalStep step(Extension sent) {
        var kind = sent.getExtensionByUrl(KIND);
        var code = kind != null && kind.getValue() instanceof Coding coding && SYSTEM.equals(coding.getSystem())
                ? coding.getCode()
                : null;
        var period = sent.getExtensionByUrl(PERIOD);
        var number = sent.getExtensionByUrl(NUMBER);
        if (period == null || !(period.getValue() instanceof Period days)) {
            throw refused("A legal step has a period");
        }
        var from = day(days.getStartElement());
        if (from == null) {
            throw refused("The period of a legal step has a start");
        }
        try {
            return new LegalStep(
                    LegalStep.Kind.find(code)
                            .orElseThrow(() -> refused("The kind of a legal step is a code of " + SYSTEM)),
                    number == null ? null : number.getValue().primitiveValue(),
                    from,
                    day(days.getEndElement()));
        } catch (IllegalArgumentException e) {
            throw refused("The period of a legal step ends after it begins");
        }
    }

    private static @Nullable LocalDate day(DateTimeType told) {
        try {
            return told.isEmpty() ? null : LocalDate.parse(told.getValueAsString());
        } catch (DateTimeException e) {
            throw refused("The period of a legal step is told in days");
        }
    }

    static void tell(Organization organization, List<LegalStep> steps) {
        for (var step : steps) {
            var told = organization.addExtension().setUrl(URL);
            told.addExtension(
                    KIND, new Coding(SYSTEM, step.kind().code(), step.kind().display()));
            if (step.number() != null) {
                told.addExtension(NUMBER, new StringType(step.number()));
            }
            var period =
                    new Period().setStartElement(new DateTimeType(step.from().toString()));
            if (step.until() != null) {
                period.setEndElement(new DateTimeType(step.until().toString()));
            }
            told.addExtension(PERIOD, period);
        }
    }

    private static FhirProblem refused(String why) {
        return FhirProblem.unprocessable(why).at("Organization.extension");
    }
}
