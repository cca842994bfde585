package org.hms.matching.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rows of a table in the making; each reader fills its own. */
public final class TableRows {
    static final int GIVEN = 0;
    static final int FAMILY = 1;
    static final int BIRTH = 2;
    static final int SEX = 3;
    static final int MOTHER = 4;
    static final int RESIDENCE = 5;
    static final int TEXTS = 6;

    private final ValuePools pools;
    private final int[][] numbers;
    private final long[][] codes;
    private int[] idEnds = new int[64];
    private byte[] ids = new byte[1024];
    private int size;

    public TableRows(ValuePools pools) {
        this.pools = pools;
        numbers = new int[TEXTS + pools.texts().size()][64];
        codes = new long[pools.systems().size() + pools.phones()][64];
    }

    /** Begins a row of which nothing is known yet. */
    public void add(String id) {
        if (size == idEnds.length) {
            idEnds = Arrays.copyOf(idEnds, size * 2);
            Arrays.setAll(numbers, i -> Arrays.copyOf(numbers[i], size * 2));
            Arrays.setAll(codes, i -> Arrays.copyOf(codes[i], size * 2));
        }
        var bytes = id.getBytes(StandardCharsets.UTF_8);
        int start = size == 0 ? 0 : idEnds[size - 1];
        int end = Math.addExact(start, bytes.length);
        if (end > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(end, ids.length + (ids.length >> 1)));
        }
        System.arraycopy(bytes, 0, ids, start, bytes.length);
        idEnds[size++] = end;
    }

    public void names(int given, int family) {
        numbers[GIVEN][size - 1] = given;
        numbers[FAMILY][size - 1] = family;
    }

    public void birth(int number) {
        numbers[BIRTH][size - 1] = number;
    }

    public void sex(int number) {
        numbers[SEX][size - 1] = number;
    }

    public void mother(int number) {
        numbers[MOTHER][size - 1] = number;
    }

    public void residence(int number) {
        numbers[RESIDENCE][size - 1] = number;
    }

    public void text(int attribute, int number) {
        numbers[TEXTS + attribute][size - 1] = number;
    }

    /** @param column in the order of the pools' systems; of several numbers of one system the first free column is taken */
    public void identifier(int column, String value) {
        codes[column][size - 1] = pools.codes().of(value);
    }

    public void phone(int column, String value) {
        codes[pools.systems().size() + column][size - 1] = pools.codes().of(value);
    }

    public int size() {
        return size;
    }

    int[] numbers(int slot) {
        return numbers[slot];
    }

    long[] codes(int column) {
        return codes[column];
    }

    int idBytes() {
        return size == 0 ? 0 : idEnds[size - 1];
    }

    /** Copies the ids to their place among all. */
    void copyIds(byte[] bytes, int[] starts, int firstRow) {
        System.arraycopy(ids, 0, bytes, starts[firstRow], idBytes());
        for (int row = 0; row < size; row++) {
            starts[firstRow + row + 1] = starts[firstRow] + idEnds[row];
        }
    }

    ValuePools pools() {
        return pools;
    }
}
