package org.hms.matching.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a table in the making; each reader fills its own. */
public final class TableRows {
    static final int GIVEN = 0;
    static final int FAMILY = 1;
    static final int BIRTH = 2;
    static final int SEX = 3;
    static final int MOTHER = 4;
    static final int RESIDENCE = 5;
    static final int TEXTS = 6;
    private static final int MOST_PHONES = 6;

    private final ValuePools pools;
    private final int[][] numbers;
    private final long[][] codes;
    private final List<long[]> phones = new ArrayList<>();
    private int[] idEnds = new int[64];
    private byte[] ids = new byte[1024];
    private int size;

    public TableRows(ValuePools pools) {
        this.pools = pools;
        numbers = new int[TEXTS + pools.texts().size()][64];
        codes = new long[pools.systems().size()][64];
    }

    /** Begins a row of which nothing is known yet. */
    public void add(String id) {
        if (size == idEnds.length) {
            idEnds = Arrays.copyOf(idEnds, size * 2);
            Arrays.setAll(numbers, i -> Arrays.copyOf(numbers[i], size * 2));
            Arrays.setAll(codes, i -> Arrays.copyOf(codes[i], size * 2));
            phones.replaceAll(column -> Arrays.copyOf(column, size * 2));
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

    /**
     * Sets the first of these columns that is free; a number that is there already stays there once.
     *
     * @param columns in the order of the pools' systems
     */
    public void identifier(int[] columns, String value) {
        long code = pools.codes().of(value);
        for (int column : columns) {
            if (set(codes[column], code)) {
                return;
            }
        }
    }

    /** Adds a telephone of the row; those beyond {@value #MOST_PHONES} do not count. */
    public void phone(String value) {
        long code = pools.codes().of(value);
        for (int column = 0; column < MOST_PHONES; column++) {
            if (column == phones.size()) {
                phones.add(new long[idEnds.length]);
            }
            if (set(phones.get(column), code)) {
                return;
            }
        }
    }

    private boolean set(long[] column, long code) {
        long there = column[size - 1];
        if (there == 0) {
            column[size - 1] = code;
        }
        return there == 0 || there == code;
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

    /** How many telephones a row has at most. */
    int phones() {
        return phones.size();
    }

    /** Null where no row of this part has so many telephones. */
    long @Nullable [] phones(int column) {
        return column < phones.size() ? phones.get(column) : null;
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
