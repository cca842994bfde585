package org.hms.terminology.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.MMapDirectory;

/** Writes one document for each designation, the shortest first, so that a search meets the best before the others. */
final class DesignationDocuments {
    static final String FOLDER = "index";
    static final String NUMBER = "number";
    static final String WHOLE = "whole";
    static final String WORDS = "words";
    static final String FIRST = "first";
    static final String EDGES = ".edges";
    static final int MAX_EDGE = 4;
    private static final String LENGTH = "length";
    private static final double BUFFER_MEGABYTES = 128;

    private DesignationDocuments() {}

    static void write(Path generation, Designations designations) throws IOException {
        var config = new IndexWriterConfig(new KeywordAnalyzer())
                .setIndexSort(
                        new Sort(new SortField(LENGTH, SortField.Type.INT), new SortField(NUMBER, SortField.Type.INT)))
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setUseCompoundFile(false);
        try (var directory = new MMapDirectory(generation.resolve(FOLDER));
                var writer = new IndexWriter(directory, config)) {
            for (var designation = 0; designation < designations.size(); designation++) {
                if (!designations.isInactive(designation)) {
                    writer.addDocument(document(designation, designations.text(designation)));
                }
            }
            writer.forceMerge(1);
        }
    }

    private static Document document(int number, String text) {
        var document = new Document();
        document.add(new NumericDocValuesField(NUMBER, number));
        document.add(new NumericDocValuesField(LENGTH, text.length()));
        var words = GraphWords.of(text);
        document.add(new StringField(WHOLE, whole(String.join(" ", words)), Field.Store.NO));
        var edges = new HashSet<String>();
        for (var word : new HashSet<>(words)) {
            document.add(new StringField(WORDS, word, Field.Store.NO));
            for (var length = 1; length <= Math.min(MAX_EDGE, word.length()); length++) {
                edges.add(word.substring(0, length));
            }
        }
        edges.forEach(edge -> document.add(new StringField(WORDS + EDGES, edge, Field.Store.NO)));
        if (!words.isEmpty()) {
            var first = words.getFirst();
            document.add(new StringField(FIRST, first, Field.Store.NO));
            for (var length = 1; length <= Math.min(MAX_EDGE, first.length()); length++) {
                document.add(new StringField(FIRST + EDGES, first.substring(0, length), Field.Store.NO));
            }
        }
        return document;
    }

    /** Lucene's terms end at 32,766 bytes; a text so long is found by its words. */
    private static String whole(String text) {
        return text.length() > 1000 ? text.substring(0, 1000) : text;
    }
}
