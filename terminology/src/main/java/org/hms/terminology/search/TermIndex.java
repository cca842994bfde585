package org.hms.terminology.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hms.terminology.concept.ConceptBook;

/**
 * A concept book's designations as they are looked up, kept in memory and built anew from the book. It answers which
 * designations stand under given keys; {@link Ranking} says which of them come first.
 */
public final class TermIndex {
    private final ConceptBook book;
    private final TermFields fields;
    private final SimilarTerms similar;
    private final BodyWords bodyWords;
    private final OtherWords otherWords;
    private final Paraphrases paraphrases;
    private final SpanishVocabulary vocabulary;
    private final int size;

    private TermIndex(ConceptBook book) {
        this.book = book;
        var terms = new ArrayList<IndexedTerm>();
        for (var concept : book.concepts()) {
            if (concept.isDeprecated()) {
                continue;
            }
            for (var designation : concept.designations()) {
                terms.addAll(IndexedTerm.allOf(book.headOf(concept), concept, designation));
            }
        }
        size = terms.size();
        fields = new TermFields(terms);
        similar = new SimilarTerms(terms);
        bodyWords = new BodyWords(terms);
        otherWords = new OtherWords(terms);
        paraphrases =
                Paraphrases.read().keep(phrase -> !fields.withCompact(phrase).isEmpty());
        vocabulary = new SpanishVocabulary(terms, Stream.concat(paraphrases.words(), otherWords.everyday()));
    }

    public static TermIndex of(ConceptBook book) {
        return new TermIndex(book);
    }

    /** The concepts that the words of the query name, best first. */
    public List<TermHit> search(TermQuery query) {
        return new TermSearch(this, query).run();
    }

    ConceptBook book() {
        return book;
    }

    TermFields fields() {
        return fields;
    }

    BodyWords bodyWords() {
        return bodyWords;
    }

    OtherWords otherWords() {
        return otherWords;
    }

    SpanishVocabulary vocabulary() {
        return vocabulary;
    }

    Paraphrases paraphrases() {
        return paraphrases;
    }

    /** How much a word tells: rare words more than frequent ones, always above zero. */
    double weight(String word) {
        return Math.log1p((double) (size + 1) / (1 + fields.withWord(word).size()));
    }

    boolean knows(String word) {
        return !fields.withWord(word).isEmpty();
    }

    /** The designations whose compact form differs from the key by at most that many letters. */
    List<IndexedTerm> findSimilar(String key, int edits) {
        return similar.find(key, edits);
    }
}
