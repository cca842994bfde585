package org.hms.terminology.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * The terms of one field in their order, each with the ranks of the texts it stands in. Beginnings of words are what people
 * type, and here they are a stretch of the array.
 */
final class WordPostings {
    private final String[] terms;
    private final int[][] ranks;
    private final int texts;

    private WordPostings(String[] terms, int[][] ranks, int texts) {
        this.terms = terms;
        this.ranks = ranks;
        this.texts = texts;
    }

    /** Reads a field of the index; the array says which rank each document has. */
    static WordPostings read(IndexReader reader, String field, int[] rankOfDocument) throws IOException {
        var found = MultiTerms.getTerms(reader, field);
        var entries = new ArrayList<Entry>();
        if (found != null) {
            var each = found.iterator();
            for (var term = each.next(); term != null; term = each.next()) {
                entries.add(
                        new Entry(term.utf8ToString(), ranks(each.postings(null, PostingsEnum.NONE), rankOfDocument)));
            }
        }
        // Lucene's order is that of bytes, ours that of characters.
        entries.sort((one, other) -> one.term().compareTo(other.term()));
        return new WordPostings(
                entries.stream().map(Entry::term).toArray(String[]::new),
                entries.stream().map(Entry::ranks).toArray(int[][]::new),
                rankOfDocument.length);
    }

    private record Entry(String term, int[] ranks) {}

    private static int[] ranks(PostingsEnum postings, int[] rankOfDocument) throws IOException {
        var ranks = new int[16];
        var size = 0;
        for (var document = postings.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = postings.nextDoc()) {
            if (size == ranks.length) {
                ranks = Arrays.copyOf(ranks, size * 2);
            }
            ranks[size++] = rankOfDocument[document];
        }
        return Arrays.copyOf(ranks, size);
    }

    /** The texts with this word, exactly so. */
    FixedBitSet equalTo(String word) {
        var set = new FixedBitSet(texts);
        var at = Arrays.binarySearch(terms, word);
        if (at >= 0) {
            add(at, set);
        }
        return set;
    }

    /** The texts with a word that begins so. */
    FixedBitSet beginningWith(String beginning) {
        var set = new FixedBitSet(texts);
        var at = Arrays.binarySearch(terms, beginning);
        for (var next = at < 0 ? -at - 1 : at; next < terms.length && terms[next].startsWith(beginning); next++) {
            add(next, set);
        }
        return set;
    }

    private void add(int term, FixedBitSet set) {
        for (var rank : ranks[term]) {
            set.set(rank);
        }
    }
}
