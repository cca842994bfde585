package org.hms.registry.codes.fhir;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.UriType;
import org.hms.registry.codes.MappedSystem;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.translate.TranslatedCode;
import org.hms.terminology.translate.Translation;
import org.jspecify.annotations.Nullable;

/** Translations in FHIR's words. */
final class TerminologyMapping {
    static final String REFER_OR_CONFIRM =
            "Derivar o confirmar: es un padecimiento popular, ningún código le corresponde como propio";
    private static final String NOTHING = "Ningún código está mapeado a lo que se pidió";

    private TerminologyMapping() {}

    /**
     * R4 words what the target is to the source: {@code wider} says that the target means more than the source. The
     * relation is told from the code that was asked about, so backwards it is turned round.
     */
    static ConceptMapEquivalence toEquivalence(MappingRelation relation) {
        return switch (relation) {
            case EXACT -> ConceptMapEquivalence.EQUIVALENT;
            case CLOSE -> ConceptMapEquivalence.INEXACT;
            case BROAD -> ConceptMapEquivalence.WIDER;
            case NARROW -> ConceptMapEquivalence.NARROWER;
            case RELATED -> ConceptMapEquivalence.RELATEDTO;
            case NO_MATCH -> ConceptMapEquivalence.UNMATCHED;
        };
    }

    /** A code of a folk illness is a hint and never what the illness is. */
    static ConceptMapEquivalence toEquivalence(TranslatedCode translated) {
        return toEquivalence(
                translated.referOrConfirm()
                        ? translated.relation().atMost(MappingRelation.RELATED)
                        : translated.relation());
    }

    static Coding toCoding(org.hms.terminology.concept.Coding coding) {
        return new Coding()
                .setSystem(coding.system())
                .setVersion(coding.version())
                .setCode(coding.code())
                .setDisplay(coding.display());
    }

    /** The answer of {@code $translate}; the message is in Spanish, for it is shown to health workers. */
    static Parameters toParameters(Translation translation, boolean folkIllness) {
        var parameters = new Parameters().addParameter("result", translation.result());
        var message = message(translation, folkIllness);
        if (message != null) {
            parameters.addParameter("message", message);
        }
        translation.matches().forEach(match -> addMatch(parameters, match));
        return parameters;
    }

    private static @Nullable String message(Translation translation, boolean folkIllness) {
        if (translation.result()) {
            return null;
        }
        return folkIllness || translation.matches().stream().anyMatch(TranslatedCode::referOrConfirm)
                ? REFER_OR_CONFIRM
                : NOTHING;
    }

    private static void addMatch(Parameters parameters, TranslatedCode translated) {
        var match = parameters.addParameter().setName("match");
        match.addExtension(MappingEvidenceExtension.of(translated));
        match.addPart()
                .setName("equivalence")
                .setValue(new CodeType(toEquivalence(translated).toCode()));
        match.addPart().setName("concept").setValue(toCoding(translated.target()));
        var mapped = translated.source().system().equals(SystemUri.LEXICON)
                ? translated.target().system()
                : translated.source().system();
        MappedSystem.find(mapped)
                .ifPresent(
                        system -> match.addPart().setName("source").setValue(new UriType(Canonicals.mapUrl(system))));
    }
}
