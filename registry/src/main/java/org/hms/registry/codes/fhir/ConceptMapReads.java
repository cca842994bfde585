package org.hms.registry.codes.fhir;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.UriType;
import org.hms.registry.codes.ImportedMap;
import org.hms.registry.codes.MappedSystem;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.system.CodeSystemSummary;
import org.hms.terminology.translate.TranslateQuery;
import org.hms.terminology.translate.TranslatedCode;

/** The lexicon's maps as resources, one for each system that it is mapped to, and the maps that were imported. */
final class ConceptMapReads {
    private final TerminologyService terminology;

    private ConceptMapReads(TerminologyService terminology) {
        this.terminology = terminology;
    }

    static CanonicalReads of(TerminologyService terminology) {
        var reads = new ConceptMapReads(terminology);
        return new CanonicalReads(
                "ConceptMap",
                () -> Stream.concat(
                                reads.ofLexicon(),
                                ImportedMap.all(terminology).stream().map(ImportedMapReads::toEntry))
                        .toList());
    }

    private Stream<CanonicalReads.Entry> ofLexicon() {
        return new LoadedSystems(terminology)
                .find(SystemUri.LEXICON, null).stream()
                        .flatMap(lexicon -> Stream.of(MappedSystem.values()).map(target -> toEntry(lexicon, target)));
    }

    private CanonicalReads.Entry toEntry(CodeSystemSummary lexicon, MappedSystem target) {
        return new CanonicalReads.Entry(
                Canonicals.mapId(target),
                Canonicals.mapUrl(target),
                lexicon.version(),
                nameOf(target),
                () -> toConceptMap(lexicon, target));
    }

    private static String nameOf(MappedSystem target) {
        return Canonicals.LEXICON_NAME + "To" + Canonicals.nameOf(target.title());
    }

    private ConceptMap toConceptMap(CodeSystemSummary lexicon, MappedSystem target) {
        var map = new ConceptMap()
                .setUrl(Canonicals.mapUrl(target))
                .setVersion(lexicon.version())
                .setName(nameOf(target))
                .setTitle(lexicon.title() + ": " + target.title())
                .setStatus(PublicationStatus.ACTIVE)
                .setSource(new UriType(Canonicals.LEXICON_VALUE_SET))
                .setTarget(new UriType(Canonicals.valueSetOf(target.url())));
        var group = map.addGroup()
                .setSource(lexicon.url())
                .setSourceVersion(lexicon.version())
                .setTarget(target.url());
        new LoadedSystems(terminology)
                .find(target.url(), null)
                .ifPresent(loaded -> group.setTargetVersion(loaded.version()));
        terminology
                .current(lexicon.url())
                .ifPresent(content -> IntStream.range(0, content.size())
                        .forEach(concept -> addElement(group, content, concept, target)));
        return map;
    }

    private void addElement(
            ConceptMapGroupComponent group, CodeSystemContent lexicon, int concept, MappedSystem target) {
        var mapped = terminology
                .translate(new TranslateQuery.OfConcept(lexicon.code(concept), target.url()))
                .matches();
        if (!mapped.isEmpty()) {
            var element = group.addElement().setCode(lexicon.code(concept)).setDisplay(lexicon.display(concept));
            mapped.forEach(translated -> addTarget(element, translated));
        }
    }

    /** R4 wants a comment where the target is narrower or inexact (cmd-1); it says what the mapping rests on. */
    private static void addTarget(SourceElementComponent element, TranslatedCode translated) {
        var evidence = translated.evidence();
        var comment = translated.referOrConfirm()
                ? TerminologyMapping.REFER_OR_CONFIRM
                : evidence.comment() == null ? evidence.source() : evidence.source() + "; " + evidence.comment();
        element.addTarget()
                .setCode(translated.target().code())
                .setDisplay(translated.target().display())
                .setEquivalence(TerminologyMapping.toEquivalence(translated))
                .setComment(comment.isBlank() ? evidence.justification() : comment)
                .addExtension(MappingEvidenceExtension.of(translated));
    }
}
