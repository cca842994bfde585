package org.hms.terminology.translate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.ConceptBook;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.search.TermHit;
import org.hms.terminology.search.TermIndex;
import org.hms.terminology.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Translates by the mappings that were curated, one step only: mappings are never chained, because two close matches in a
 * row may lead anywhere.
 */
public final class Translator {
    private static final String NOTHING_FOUND = "No concept is mapped to or from what was asked";
    private static final String ONLY_HINTS =
            "Only folk illnesses were found: refer or confirm, do not code from the name";

    private final ConceptBook book;
    private final TermIndex index;

    public Translator(ConceptBook book, TermIndex index) {
        this.book = book;
        this.index = index;
    }

    public Translation translate(TranslateQuery query) {
        return switch (query) {
            case TranslateQuery.OfWords words -> ofWords(words);
            case TranslateQuery.OfConcept concept -> ofConcept(concept);
            case TranslateQuery.OfCode code -> ofCode(code.code());
        };
    }

    private Translation ofWords(TranslateQuery.OfWords words) {
        var query = new TermQuery(words.text(), words.language(), words.target(), null, words.count());
        return toTranslation(index.search(query).stream().flatMap(Translator::ofHit));
    }

    private static Stream<TranslatedCode> ofHit(TermHit hit) {
        return hit.mappings().stream()
                .map(mapping -> new TranslatedCode(
                        lexiconCoding(hit.conceptId(), hit.preferredTerm()),
                        mapping.target(),
                        mapping.relation(),
                        mapping.evidence(),
                        hit.score(),
                        hit.matched(),
                        hit.referOrConfirm()));
    }

    private Translation ofConcept(TranslateQuery.OfConcept query) {
        var target = query.target() == null ? null : SystemUri.resolve(query.target());
        return toTranslation(book.find(query.conceptId()).stream()
                .flatMap(concept -> book.mappingsOf(concept).stream()
                        .filter(mapping -> isWanted(mapping, target))
                        .map(mapping -> new TranslatedCode(
                                lexiconCoding(concept.id(), concept.preferred().text()),
                                mapping.target(),
                                mapping.relation(),
                                mapping.evidence(),
                                1,
                                null,
                                isFolk(concept)))));
    }

    /** Backwards the relation turns round: a code broader than the concept has the concept as a narrower one. */
    private Translation ofCode(Coding code) {
        return toTranslation(book.mappingsTo(code).stream().map(mapping -> {
            var concept = book.get(mapping.conceptId());
            return new TranslatedCode(
                    code,
                    lexiconCoding(concept.id(), concept.preferred().text()),
                    mapping.relation().inverse(),
                    mapping.evidence(),
                    1,
                    null,
                    isFolk(concept));
        }));
    }

    private boolean isFolk(Concept concept) {
        return concept.isFolkIllness() || book.get(book.headOf(concept)).isFolkIllness();
    }

    private static boolean isWanted(ConceptMapping mapping, @Nullable String target) {
        return target == null || mapping.target().system().equals(target);
    }

    private static Translation toTranslation(Stream<TranslatedCode> found) {
        List<TranslatedCode> matches = found.sorted(Comparator.comparing((TranslatedCode match) -> !match.isAnswer())
                        .thenComparing(match -> -match.score())
                        .thenComparing(TranslatedCode::relation))
                .toList();
        var result = matches.stream().anyMatch(TranslatedCode::isAnswer);
        var message = result ? null : matches.isEmpty() ? NOTHING_FOUND : ONLY_HINTS;
        return new Translation(result, matches, message);
    }

    private static Coding lexiconCoding(String conceptId, String display) {
        return new Coding(SystemUri.LEXICON, conceptId, null, display);
    }
}
