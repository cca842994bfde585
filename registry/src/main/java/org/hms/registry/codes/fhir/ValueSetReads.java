package org.hms.registry.codes.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.ValueSet;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.system.CodeSystemSummary;

/** The lexicon's value set as a resource, and which value set an operation is about. */
final class ValueSetReads {

    private ValueSetReads() {}

    static CanonicalReads of(TerminologyService terminology) {
        return new CanonicalReads(
                "ValueSet",
                () -> new LoadedSystems(terminology)
                        .find(SystemUri.LEXICON, null).stream()
                                .map(ValueSetReads::toEntry)
                                .toList());
    }

    /** The value set that the path's id or the parameter {@code url} names. */
    static KnownValueSet wanted(TerminologyService terminology, FhirRequest request, OperationInput input) {
        if (request.id() == null) {
            return KnownValueSet.require(terminology, input.require("url"), input.text("valueSetVersion"));
        }
        if (!request.id().equals(Canonicals.LEXICON_ID)) {
            throw FhirProblem.notFound("No ValueSet has this id");
        }
        return KnownValueSet.require(terminology, Canonicals.LEXICON_VALUE_SET, null);
    }

    private static CanonicalReads.Entry toEntry(CodeSystemSummary lexicon) {
        return new CanonicalReads.Entry(
                Canonicals.LEXICON_ID,
                Canonicals.LEXICON_VALUE_SET,
                lexicon.version(),
                Canonicals.LEXICON_NAME,
                () -> toValueSet(lexicon));
    }

    private static ValueSet toValueSet(CodeSystemSummary lexicon) {
        var valueSet = new ValueSet()
                .setUrl(Canonicals.LEXICON_VALUE_SET)
                .setVersion(lexicon.version())
                .setName(Canonicals.LEXICON_NAME)
                .setTitle(lexicon.title())
                .setStatus(PublicationStatus.ACTIVE)
                .setImmutable(true);
        valueSet.getCompose()
                .setInclude(List.of(new ValueSet.ConceptSetComponent()
                        .setSystem(lexicon.url())
                        .setVersion(lexicon.version())));
        return valueSet;
    }
}
