package org.hms.terminology.system;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * The index of one generation in memory, its texts ranked once: the shorter before the longer, then by ordinal. So the texts
 * that have some words come in the right order by walking over a set of bits, and nothing is sorted while somebody types.
 */
final class RankedTexts {
    private final int[] ordinals;
    private final int concepts;
    private final WordPostings words;
    private final WordPostings firstWords;
    private final WordPostings codes;

    private RankedTexts(int[] ordinals, int concepts, WordPostings words, WordPostings firstWords, WordPostings codes) {
        this.ordinals = ordinals;
        this.concepts = concepts;
        this.words = words;
        this.firstWords = firstWords;
        this.codes = codes;
    }

    static RankedTexts read(DirectoryReader reader) throws IOException {
        var ordinalOf = values(reader, DesignationIndex.ORDINAL);
        var lengthOf = values(reader, DesignationIndex.LENGTH);
        var documents = IntStream.range(0, reader.maxDoc())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(document -> lengthOf[document])
                        .thenComparingInt(document -> ordinalOf[document]))
                .mapToInt(Integer::intValue)
                .toArray();
        var rankOf = new int[documents.length];
        var ordinals = new int[documents.length];
        for (var rank = 0; rank < documents.length; rank++) {
            rankOf[documents[rank]] = rank;
            ordinals[rank] = ordinalOf[documents[rank]];
        }
        return new RankedTexts(
                ordinals,
                1 + IntStream.of(ordinals).max().orElse(-1),
                WordPostings.read(reader, DesignationIndex.WORDS, rankOf),
                WordPostings.read(reader, DesignationIndex.FIRST, rankOf),
                WordPostings.read(reader, DesignationIndex.CODE, rankOf));
    }

    private static int[] values(DirectoryReader reader, String field) throws IOException {
        var values = new int[reader.maxDoc()];
        for (var leaf : reader.leaves()) {
            var numbers = DocValues.getNumeric(leaf.reader(), field);
            while (numbers.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                values[leaf.docBase + numbers.docID()] = (int) numbers.longValue();
            }
        }
        return values;
    }

    /**
     * The ordinals in [from, to) one of whose texts has all these words or beginnings, or whose code begins so (an empty code
     * is none): first those with a text that begins with the first word, and among them the shortest matching text first.
     */
    int[] find(List<String> beginnings, String code, int from, int to) {
        var all = having(beginnings.getFirst());
        for (var next : beginnings.subList(1, beginnings.size())) {
            all.and(having(next));
        }
        var ahead = firstWords.beginningWith(beginnings.getFirst());
        ahead.and(all);
        if (!code.isEmpty()) {
            all.or(codes.beginningWith(code));
        }
        var found = new int[Math.min(concepts, ahead.cardinality() + all.cardinality())];
        var seen = new FixedBitSet(Math.max(concepts, 1));
        var size = collect(ahead, seen, found, 0, from, to);
        size = collect(all, seen, found, size, from, to);
        return Arrays.copyOf(found, size);
    }

    /** A single letter is a word of its own, for too many begin with it. */
    private FixedBitSet having(String beginning) {
        return beginning.length() < 2 ? words.equalTo(beginning) : words.beginningWith(beginning);
    }

    private int collect(FixedBitSet texts, FixedBitSet seen, int[] found, int already, int from, int to) {
        var size = already;
        var rank = texts.length() == 0 ? DocIdSetIterator.NO_MORE_DOCS : texts.nextSetBit(0);
        while (rank != DocIdSetIterator.NO_MORE_DOCS) {
            var ordinal = ordinals[rank];
            if (ordinal >= from && ordinal < to && !seen.getAndSet(ordinal)) {
                found[size++] = ordinal;
            }
            rank = rank + 1 < texts.length() ? texts.nextSetBit(rank + 1) : DocIdSetIterator.NO_MORE_DOCS;
        }
        return size;
    }
}
