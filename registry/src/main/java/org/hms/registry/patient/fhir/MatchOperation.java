package org.hms.registry.patient.fhir;

import java.time.InstantSource;
import java.util.List;
import org.hl7.fhir.r4.model.BackboneElement;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hms.matching.score.MatchGrade;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.RedactedQuery;
import org.hms.registry.fhir.Searchset;
import org.hms.registry.patient.MatchedPerson;
import org.hms.registry.patient.PatientIndex;

/** <a href="https://hl7.org/fhir/R4/patient-operation-match.html">Patient/$match</a> as PDQm's ITI-119 wants it. */
public final class MatchOperation implements FhirHandler {

    private static final int DEFAULT_COUNT = 10;
    private static final int MOST = 100;

    private final PatientIndex index;
    private final AuditTrail audit;
    private final InstantSource clock;

    public MatchOperation(PatientIndex index, AuditTrail audit, InstantSource clock) {
        this.index = index;
        this.audit = audit;
        this.clock = clock;
    }

    private record Query(Patient patient, boolean onlyCertain, int count) {}

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var query = query(request);
        refuseModifierExtensions(query.patient());
        var found = index.match(PatientMapping.toDemographics(query.patient()));
        if (query.onlyCertain()) {
            found = onlyCertain(found);
        }
        var shown = found.stream().limit(query.count()).toList();
        audit.record(new AuditEntry(
                        clock.instant(),
                        request.caller(),
                        "match",
                        "Patient",
                        shown.stream().map(person -> person.golden().eid()).toList(),
                        "success")
                .asked(RedactedQuery.of(request, "Patient/$match")));
        var searchset = Searchset.of(request, shown.size());
        for (var person : shown) {
            searchset.match(
                    GoldenMapping.toPatient(person.golden()),
                    Waterfall.score(person),
                    Waterfall.grade(person),
                    Waterfall.of(person, request.base()));
        }
        var bundle = searchset.bundle();
        bundle.getLink().clear();
        bundle.addLink().setRelation("self").setUrl(request.base() + "/Patient/$match");
        return FhirAnswer.ok(bundle);
    }

    /** Several certain persons who cannot all be the one: nobody is (ITI-119, case 5). */
    private static List<MatchedPerson> onlyCertain(List<MatchedPerson> found) {
        var certain = found.stream()
                .filter(person -> person.grade() == MatchGrade.CERTAIN)
                .toList();
        return certain.size() == 1 ? certain : List.of();
    }

    private static Query query(FhirRequest request) {
        if (request.body() instanceof Patient patient) {
            return new Query(patient, false, DEFAULT_COUNT);
        }
        if (!(request.body() instanceof Parameters parameters)) {
            throw FhirProblem.invalid("The body is a Patient, or Parameters with a resource", "Parameters");
        }
        Patient patient = null;
        boolean onlyCertain = false;
        int count = DEFAULT_COUNT;
        for (var parameter : parameters.getParameter()) {
            switch (parameter.getName()) {
                case "resource" -> patient = parameter.getResource() instanceof Patient given ? given : null;
                case "onlyCertainMatches" -> onlyCertain = flag(parameter);
                case "count" -> count = count(parameter);
                case null, default ->
                    throw FhirProblem.invalid(
                            "$match takes resource, onlyCertainMatches and count", "Parameters.parameter.name");
            }
        }
        if (patient == null) {
            throw FhirProblem.invalid("The parameter resource holds the Patient to match", "Parameters.parameter");
        }
        return new Query(patient, onlyCertain, count);
    }

    private static boolean flag(Parameters.ParametersParameterComponent parameter) {
        if (parameter.getValue() instanceof BooleanType value && value.hasValue()) {
            return value.booleanValue();
        }
        throw FhirProblem.invalid("onlyCertainMatches is a boolean", "Parameters.parameter(onlyCertainMatches)");
    }

    private static int count(Parameters.ParametersParameterComponent parameter) {
        if (parameter.getValue() instanceof IntegerType value && value.hasValue() && value.getValue() > 0) {
            return Math.min(MOST, value.getValue());
        }
        throw FhirProblem.invalid("count is a positive integer", "Parameters.parameter(count)");
    }

    /** An extension that changes the meaning of what we do not understand must not be passed over. */
    private static void refuseModifierExtensions(Patient patient) {
        if (patient.hasModifierExtension()) {
            throw FhirProblem.invalid("This modifierExtension is not understood", "Patient.modifierExtension");
        }
        if (patient.hasImplicitRules()) {
            throw FhirProblem.invalid("These implicitRules are not understood", "Patient.implicitRules");
        }
        for (var part : List.of("contact", "communication", "link")) {
            if (patient.getNamedProperty(part).getValues().stream()
                    .anyMatch(value -> value instanceof BackboneElement element && element.hasModifierExtension())) {
                throw FhirProblem.invalid(
                        "This modifierExtension is not understood", "Patient." + part + ".modifierExtension");
            }
        }
    }
}
