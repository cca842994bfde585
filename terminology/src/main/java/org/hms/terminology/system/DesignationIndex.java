package org.hms.terminology.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;
import org.hms.terminology.language.SpanishFolding;
import org.jspecify.annotations.Nullable;

/** Finds the codes of one generation by the words of their texts: one document for each designation, and for each code. */
final class DesignationIndex implements AutoCloseable {
    static final String FOLDER = "index";
    static final String ORDINAL = "ordinal";
    static final String LENGTH = "length";
    private static final String WORDS = "words";
    private static final String FIRST = "first";
    private static final String CODE = "code";
    private static final int MAX_LETTERS = 40;
    private static final int MAX_WORDS = 12;

    private final MMapDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private DesignationIndex(Path folder) throws IOException {
        directory = new MMapDirectory(folder);
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    static DesignationIndex open(Path generation) throws IOException {
        return new DesignationIndex(generation.resolve(FOLDER));
    }

    static void write(Path generation, TreeOrder tree) throws IOException {
        try (var analyzer = new WhitespaceAnalyzer();
                var directory = new MMapDirectory(generation.resolve(FOLDER));
                var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (var ordinal = 0; ordinal < tree.concepts().size(); ordinal++) {
                var concept = tree.concepts().get(ordinal);
                for (var designation : concept.designations()) {
                    var words = SpanishFolding.words(designation.text());
                    var document = document(ordinal, designation.text().length());
                    document.add(new TextField(WORDS, String.join(" ", words), Field.Store.NO));
                    words.stream()
                            .findFirst()
                            .ifPresent(first -> document.add(new StringField(FIRST, first, Field.Store.NO)));
                    writer.addDocument(document);
                }
                var document = document(ordinal, 0);
                document.add(new StringField(CODE, foldCode(concept.code()), Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    /** The ordinals in [from, to) whose texts have all words (each may be a beginning), best first. */
    List<Integer> find(String filter, int from, int to) throws IOException {
        var words = SpanishFolding.words(filter).stream()
                .limit(MAX_WORDS)
                .map(word -> word.substring(0, Math.min(MAX_LETTERS, word.length())))
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        var range = IntPoint.newRangeQuery(ORDINAL, from, to - 1);
        // Texts that begin with the first word come before those that have it further on.
        var found = new LinkedHashSet<Integer>();
        var beginning = new BooleanQuery.Builder()
                .add(all(words, range, false, null), Occur.MUST)
                .add(new PrefixQuery(new Term(FIRST, words.getFirst())), Occur.FILTER)
                .build();
        found.addAll(collect(beginning));
        found.addAll(collect(all(words, range, false, foldCode(filter))));
        return List.copyOf(found.isEmpty() ? collect(all(words, range, true, null)) : found);
    }

    private static Document document(int ordinal, int length) {
        var document = new Document();
        document.add(new NumericDocValuesField(ORDINAL, ordinal));
        document.add(new IntPoint(ORDINAL, ordinal));
        document.add(new NumericDocValuesField(LENGTH, length));
        return document;
    }

    private static Query all(List<String> words, Query range, boolean fuzzy, @Nullable String code) {
        var text = new BooleanQuery.Builder();
        for (var word : words) {
            var term = new Term(WORDS, word);
            text.add(fuzzy && word.length() > 3 ? new FuzzyQuery(term, edits(word), 1) : beginning(term), Occur.MUST);
        }
        var either = new BooleanQuery.Builder().add(text.build(), Occur.SHOULD);
        if (code != null && code.length() > 1) {
            either.add(new PrefixQuery(new Term(CODE, code)), Occur.SHOULD);
        }
        return new BooleanQuery.Builder()
                .add(either.build(), Occur.MUST)
                .add(range, Occur.FILTER)
                .build();
    }

    private static Query beginning(Term term) {
        return term.text().length() < 2 ? new TermQuery(term) : new PrefixQuery(term);
    }

    private static int edits(String word) {
        return word.length() < 8 ? 1 : 2;
    }

    private static String foldCode(String code) {
        return SpanishFolding.fold(code).replace(".", "").strip();
    }

    private List<Integer> collect(Query query) throws IOException {
        var collector = new ShortestFirst();
        searcher.search(query, collector.manager());
        return new ArrayList<>(collector.ordinals());
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
