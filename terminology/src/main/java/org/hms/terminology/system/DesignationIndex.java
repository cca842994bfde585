package org.hms.terminology.system;

import java.io.IOException;
import java.nio.file.Path;
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
    static final String WORDS = "words";
    static final String FIRST = "first";
    static final String CODE = "code";
    private static final int MAX_LETTERS = 40;
    private static final int MAX_WORDS = 12;

    private final MMapDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private volatile @Nullable RankedTexts ranked;

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
    int[] find(String filter, int from, int to) throws IOException {
        var words = SpanishFolding.words(filter).stream()
                .limit(MAX_WORDS)
                .map(word -> word.substring(0, Math.min(MAX_LETTERS, word.length())))
                .toList();
        if (words.isEmpty()) {
            return new int[0];
        }
        var code = foldCode(filter);
        var found = ranked().find(words, code.length() > 1 ? code : "", from, to);
        return found.length > 0 ? found : collect(alike(words, IntPoint.newRangeQuery(ORDINAL, from, to - 1)));
    }

    /** Read when it is first asked, so that a generation opens at once. */
    private RankedTexts ranked() throws IOException {
        var known = ranked;
        if (known == null) {
            synchronized (this) {
                known = ranked;
                if (known == null) {
                    known = RankedTexts.read(reader);
                    ranked = known;
                }
            }
        }
        return known;
    }

    private static Document document(int ordinal, int length) {
        var document = new Document();
        document.add(new NumericDocValuesField(ORDINAL, ordinal));
        document.add(new IntPoint(ORDINAL, ordinal));
        document.add(new NumericDocValuesField(LENGTH, length));
        return document;
    }

    /** Texts with words like these, where no text has them; short words have to be right. */
    private static Query alike(List<String> words, Query range) {
        var text = new BooleanQuery.Builder();
        for (var word : words) {
            var term = new Term(WORDS, word);
            text.add(word.length() > 3 ? new FuzzyQuery(term, edits(word), 1) : beginning(term), Occur.MUST);
        }
        return new BooleanQuery.Builder()
                .add(text.build(), Occur.MUST)
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

    private int[] collect(Query query) throws IOException {
        var collector = new ShortestFirst();
        searcher.search(query, collector.manager());
        return collector.ordinals().stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
