package org.hms.terminology.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.ConceptBook;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.concept.Provenance;
import org.hms.terminology.language.LanguageChain;
import org.hms.terminology.language.Sentence;
import org.hms.terminology.language.Word;

/** What is told of a concept that was found: its word in the language asked for, why it was found, and its codes. */
final class Hits {
    private static final double SCALE = 10_000;

    private final ConceptBook book;
    private final TermQuery query;
    private final Sentence sentence;

    Hits(ConceptBook book, TermQuery query, Sentence sentence) {
        this.book = book;
        this.query = query;
        this.sentence = sentence;
    }

    TermHit toHit(Sighting sighting, double score, boolean isAmbiguous) {
        var term = sighting.term();
        var head = book.get(term.headId());
        var isFolk = head.isFolkIllness() || term.concept().isFolkIllness();
        return new TermHit(
                head.id(),
                preferred(head),
                Math.round(Math.min(1, score) * SCALE) / SCALE,
                toMatch(sighting, isAmbiguous),
                mappings(term.concept()),
                isFolk ? Concept.FOLK_ILLNESS : head.category(),
                provenance(term.concept(), head));
    }

    private TermMatch toMatch(Sighting sighting, boolean isAmbiguous) {
        var term = sighting.term();
        var seen = sentence.words().stream()
                .filter(word -> (sighting.words() & SpanKeys.bit(word)) != 0)
                .toList();
        var isFormItself =
                sighting.kind() == MatchKind.EXACT || sighting.kind() == MatchKind.SYNONYM || isPrivative(term);
        var negated = seen.stream().anyMatch(word -> word.denied() || word.negative() && !isFormItself);
        return new TermMatch(
                term.concept().id(),
                term.designation().text(),
                term.designation().language(),
                sighting.field(),
                sighting.kind(),
                seen.stream().map(Word::strict).toList(),
                isAmbiguous,
                negated);
    }

    /** Its own form denies already, so that a denied verb says the same. */
    private static boolean isPrivative(IndexedTerm term) {
        return term.strictCompact().endsWith("\u1EF9");
    }

    private List<ConceptMapping> mappings(Concept concept) {
        return book.mappingsOf(concept).stream()
                .filter(mapping -> query.targetSystem() == null
                        || mapping.target().system().equals(query.targetSystem()))
                .sorted(Comparator.comparing(ConceptMapping::relation))
                .toList();
    }

    /** The word of the language asked for, of any of the joined concepts, else of the languages it falls back on. */
    private Designation preferred(Concept head) {
        if (query.language() == null || query.language().isBlank()) {
            return head.preferred();
        }
        var members = new ArrayList<Concept>();
        members.add(head);
        members.addAll(book.membersOf(head.id()));
        for (var language : LanguageChain.of(query.language())) {
            for (var member : members) {
                for (var designation : member.designations()) {
                    if (designation.use() == DesignationUse.PREFERRED
                            && designation.language().equals(language)) {
                        return designation;
                    }
                }
            }
        }
        return head.preferred();
    }

    /** The weaker attestation of the concept found and the concept whose word was seen. */
    private static Provenance provenance(Concept matched, Concept head) {
        var weaker =
                matched.provenance().confidence().compareTo(head.provenance().confidence()) > 0 ? matched : head;
        return weaker.provenance();
    }
}
