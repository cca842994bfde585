package org.hms.terminology.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.hms.terminology.concept.ConceptBook;

/**
 * The Lucene index of a concept book's designations, one document each, kept in memory and built anew from the book. It
 * answers which designations stand under given keys; {@link Ranking} says which of them come first.
 */
public final class TermIndex {
    private final ConceptBook book;
    private final List<IndexedTerm> terms = new ArrayList<>();
    private final Map<String, Integer> documentFrequency = new HashMap<>();
    private final SimilarTerms similar;
    private final IndexSearcher searcher;

    private TermIndex(ConceptBook book) throws IOException {
        this.book = book;
        var directory = new ByteBuffersDirectory();
        try (var analyzer = new WhitespaceAnalyzer();
                var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (var concept : book.concepts()) {
                for (var designation : concept.designations()) {
                    var term = IndexedTerm.of(terms.size(), book.headOf(concept), concept, designation);
                    terms.add(term);
                    term.words().stream().distinct().forEach(word -> documentFrequency.merge(word, 1, Integer::sum));
                    writer.addDocument(TermFields.toDocument(term));
                }
            }
            writer.forceMerge(1);
        }
        similar = new SimilarTerms(terms);
        searcher = new IndexSearcher(DirectoryReader.open(directory));
        searcher.setQueryCache(null);
    }

    public static TermIndex of(ConceptBook book) {
        try {
            return new TermIndex(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The concepts that the words of the query name, best first. */
    public List<TermHit> search(TermQuery query) {
        return new TermSearch(this, query).run();
    }

    ConceptBook book() {
        return book;
    }

    /** How much a word tells: rare words more than frequent ones, always above zero. */
    double weight(String word) {
        return Math.log1p((double) (terms.size() + 1) / (1 + documentFrequency.getOrDefault(word, 0)));
    }

    boolean knows(String word) {
        return documentFrequency.containsKey(word);
    }

    /** The designations that have one of the keys in the field. */
    List<IndexedTerm> find(String field, Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : find(new TermInSetQuery(
                        field, keys.stream().map(BytesRef::new).toList()));
    }

    /** The designations whose compact form differs from the key by at most that many letters. */
    List<IndexedTerm> findSimilar(String key, int edits) {
        return similar.find(key, edits);
    }

    private List<IndexedTerm> find(Query query) {
        try {
            return searcher.search(query, new Gathering());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Gathering implements CollectorManager<Gatherer, List<IndexedTerm>> {
        @Override
        public Gatherer newCollector() {
            return new Gatherer();
        }

        @Override
        public List<IndexedTerm> reduce(Collection<Gatherer> gatherers) {
            return gatherers.stream()
                    .flatMap(gatherer -> gatherer.found.stream())
                    .map(terms::get)
                    .toList();
        }
    }

    private static final class Gatherer extends SimpleCollector {
        private final List<Integer> found = new ArrayList<>();
        private NumericDocValues ordinals = DocValues.emptyNumeric();

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            ordinals = DocValues.getNumeric(context.reader(), TermFields.ORDINAL);
        }

        @Override
        public void collect(int document) throws IOException {
            if (ordinals.advanceExact(document)) {
                found.add((int) ordinals.longValue());
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
