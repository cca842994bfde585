package org.hms.terminology.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Finds designations by their words: exact, then beginnings of words, then misspelt words if nothing else was found. */
public final class DesignationSearch {
    private final MMapDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Designations designations;
    private final int concepts;

    private DesignationSearch(Path folder, Designations designations, int concepts) throws IOException {
        directory = new MMapDirectory(folder);
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        this.designations = designations;
        this.concepts = concepts;
    }

    static DesignationSearch open(Path generation, Designations designations, int concepts) throws IOException {
        return new DesignationSearch(generation.resolve(DesignationDocuments.FOLDER), designations, concepts);
    }

    static void write(Path generation, Designations designations) throws IOException {
        DesignationDocuments.write(generation, designations);
    }

    /**
     * The concepts (of these, if given) one of whose texts in use has words that begin with each word of the text. A text
     * that equals comes first, then those that begin with the first word, the shorter the better.
     */
    public int[] concepts(String text, @Nullable RoaringBitmap among) {
        var words = words(text);
        if (words.isEmpty()) {
            return new int[0];
        }
        var found = new FoundConcepts(designations, concepts, among);
        collect(new TermQuery(new Term(DesignationDocuments.WHOLE, String.join(" ", GraphWords.of(text)))), found);
        collect(
                new BooleanQuery.Builder()
                        .add(all(words), Occur.FILTER)
                        .add(beginning(DesignationDocuments.FIRST, words.getFirst()), Occur.FILTER)
                        .build(),
                found);
        collect(all(words), found);
        if (found.isEmpty()) {
            collect(misspelt(words), found);
        }
        return found.toArray();
    }

    /** The designations that have words that begin with each word of the text, in any order. */
    public RoaringBitmap matching(String text) {
        var words = words(text);
        var found = new FoundDesignations(designations.size());
        if (!words.isEmpty()) {
            collect(all(words), found);
        }
        return found.toBitmap();
    }

    /** The designations that as a whole fit a pattern with {@code *} for any letters. */
    public RoaringBitmap fitting(String pattern) {
        var parts = List.of(pattern.split("\\*", -1)).stream()
                .map(part -> String.join(" ", GraphWords.of(part)))
                .toList();
        var found = new FoundDesignations(designations.size());
        collect(new WildcardQuery(new Term(DesignationDocuments.WHOLE, String.join("*", parts))), found);
        return found.toBitmap();
    }

    void close() {
        try (directory) {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(String text) {
        return GraphWords.of(text).stream().limit(GraphWords.MAX_WORDS).toList();
    }

    private static Query all(List<String> words) {
        if (words.size() == 1) {
            return beginning(DesignationDocuments.WORDS, words.getFirst());
        }
        var query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(beginning(DesignationDocuments.WORDS, word), Occur.FILTER));
        return query.build();
    }

    /** Short beginnings are terms of their own, so that none of them gathers thousands of words. */
    private static Query beginning(String field, String word) {
        return word.length() <= DesignationDocuments.MAX_EDGE
                ? new TermQuery(new Term(field + DesignationDocuments.EDGES, word))
                : new PrefixQuery(new Term(field, word));
    }

    private static Query misspelt(List<String> words) {
        var query = new BooleanQuery.Builder();
        for (var word : words) {
            var term = new Term(DesignationDocuments.WORDS, word);
            query.add(
                    word.length() > 3 ? new FuzzyQuery(term, word.length() < 8 ? 1 : 2, 1) : new TermQuery(term),
                    Occur.FILTER);
        }
        return query.build();
    }

    private void collect(Query query, FoundDocuments found) {
        try {
            searcher.search(query, found.manager());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
