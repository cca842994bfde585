package org.hms.registry.patient.fhir;

import java.math.BigDecimal;
import java.util.List;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Parameters;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.patient.PatientIndex;
import org.hms.registry.patient.Reresolution;
import org.hms.registry.patient.SourceRecord;

/**
 * HAPI's {@code $mdm-submit} on one Patient: a record, or all records of a person, are matched once more. Answers when it is done,
 * with the number of records.
 */
public final class MdmSubmit implements FhirHandler {

    private final PatientIndex index;
    private final Reresolution reresolution;

    public MdmSubmit(PatientIndex index, Reresolution reresolution) {
        this.index = index;
        this.reresolution = reresolution;
    }

    @Override
    public FhirAnswer handle(FhirRequest request) {
        var submitted = reresolution.resolve(records(request.requireId()), request.caller());
        var answer = new Parameters();
        answer.addParameter().setName("submitted").setValue(new DecimalType(BigDecimal.valueOf(submitted)));
        return FhirAnswer.ok(answer);
    }

    private List<String> records(String id) {
        return index.findRecord(id)
                .map(record -> List.of(record.id()))
                .or(() -> index.findPerson(id)
                        .map(person ->
                                person.members().stream().map(SourceRecord::id).toList()))
                .orElseThrow(() -> FhirProblem.notFound("No Patient has this id"));
    }
}
