package org.hms.registry.codes.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.ValueSet;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.system.CodeSystemSummary;

/** The lexicon's value set as a resource. */
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
