package org.hms.terminology.search;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.hms.terminology.language.LegacySpelling;
import org.hms.terminology.language.PhoneticKey;

/** The fields of a designation's document. */
final class TermFields {
    static final String ORDINAL = "ordinal";
    static final String STRICT = "strict";
    static final String FOLDED = "folded";
    static final String COMPACT = "compact";
    static final String LEGACY = "legacy";
    static final String PHONETIC = "phonetic";
    static final String EDGE = "edge";

    static final int SHORTEST_EDGE = 3;
    private static final int LONGEST_EDGE = 24;

    private TermFields() {}

    static Document toDocument(IndexedTerm term) {
        var document = new Document();
        document.add(new NumericDocValuesField(ORDINAL, term.ordinal()));
        document.add(new StringField(STRICT, term.strictCompact(), Field.Store.NO));
        document.add(new StringField(COMPACT, term.compact(), Field.Store.NO));
        document.add(new StringField(LEGACY, LegacySpelling.modern(term.compact()), Field.Store.NO));
        document.add(new StringField(PHONETIC, PhoneticKey.of(term.compact()), Field.Store.NO));
        document.add(new TextField(FOLDED, String.join(" ", term.words()), Field.Store.NO));
        var longest = Math.min(LONGEST_EDGE, term.compact().length());
        for (var length = SHORTEST_EDGE; length <= longest; length++) {
            document.add(new StringField(EDGE, term.compact().substring(0, length), Field.Store.NO));
        }
        return document;
    }

    static String edge(String key) {
        return key.substring(0, Math.min(LONGEST_EDGE, key.length()));
    }
}
