package org.hms.matching.privacy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Encoded records in the order of their ids, packed: what leaves a partner's house. */
public final class EncodedPeople {

    record Row(String id, Encoding encoding) {}

    private final EncodingSchema schema;
    private final String checkValue;
    private final List<String> ids;
    private final int[] known;
    private final long[] filters;
    private final int[] ones;
    private final int words;

    EncodedPeople(EncodingSchema schema, String checkValue, List<Row> unsorted) {
        var rows = unsorted.stream().sorted(Comparator.comparing(Row::id)).toList();
        this.schema = schema;
        this.checkValue = checkValue;
        this.ids = rows.stream().map(Row::id).toList();
        this.words = schema.encodedBits() / Long.SIZE;
        this.known = new int[rows.size()];
        this.ones = new int[rows.size()];
        this.filters = new long[rows.size() * words];
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0 && ids.get(i).equals(ids.get(i - 1))) {
                throw new InvalidEncoding("records", "have one id each, but two have the same");
            }
            var encoding = rows.get(i).encoding();
            known[i] = encoding.known();
            System.arraycopy(encoding.filter(), 0, filters, i * words, words);
            ones[i] = Arrays.stream(encoding.filter()).mapToInt(Long::bitCount).sum();
        }
    }

    public EncodingSchema schema() {
        return schema;
    }

    /** The same for everything encoded with one secret under one schema. */
    public String checkValue() {
        return checkValue;
    }

    public int size() {
        return known.length;
    }

    public String id(int record) {
        return ids.get(record);
    }

    /** A mask of the features that the record fills. */
    public int known(int record) {
        return known[record];
    }

    public boolean bit(int record, int position) {
        return (filters[record * words + (position >> 6)] >>> position & 1) != 0;
    }

    long[] filter(int record) {
        return Arrays.copyOfRange(filters, record * words, (record + 1) * words);
    }

    /** Twice what two filters share over all they have; 1 for equal filters, 0 where one is empty. */
    public double dice(int record, EncodedPeople others, int other) {
        int all = ones[record] + others.ones[other];
        if (all == 0) {
            return 0;
        }
        int left = record * words;
        int right = other * words;
        int shared = 0;
        for (int i = 0; i < words; i++) {
            shared += Long.bitCount(filters[left + i] & others.filters[right + i]);
        }
        return 2.0 * shared / all;
    }
}
