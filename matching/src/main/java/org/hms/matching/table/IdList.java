package org.hms.matching.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The ids of all records in one piece of memory. */
public final class IdList {
    private final byte[] bytes;
    private final int[] starts;

    IdList(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
    }

    static IdList of(String... ids) {
        var starts = new int[ids.length + 1];
        var parts = new byte[ids.length][];
        for (int i = 0; i < ids.length; i++) {
            parts[i] = ids[i].getBytes(StandardCharsets.UTF_8);
            starts[i + 1] = Math.addExact(starts[i], parts[i].length);
        }
        var bytes = new byte[starts[ids.length]];
        for (int i = 0; i < ids.length; i++) {
            System.arraycopy(parts[i], 0, bytes, starts[i], parts[i].length);
        }
        return new IdList(bytes, starts);
    }

    public int size() {
        return starts.length - 1;
    }

    public String get(int record) {
        return new String(bytes, starts[record], starts[record + 1] - starts[record], StandardCharsets.UTF_8);
    }

    /** In the order of their bytes. */
    public int compare(int left, int right) {
        return Arrays.compareUnsigned(bytes, starts[left], starts[left + 1], bytes, starts[right], starts[right + 1]);
    }

    /** How many bytes an id has. */
    public int length(int record) {
        return starts[record + 1] - starts[record];
    }

    /** Copies an id's bytes to a place in others. */
    public void copy(int record, byte[] out, int at) {
        System.arraycopy(bytes, starts[record], out, at, length(record));
    }

    /** Whether a CSV cell of this id needs quotes. */
    public boolean needsQuotes(int record) {
        for (int i = starts[record]; i < starts[record + 1]; i++) {
            byte b = bytes[i];
            if (b == ',' || b == '"' || b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
    }

    /** Depends on the id alone, and is spread evenly. */
    public long hash(int record) {
        return Hash.of(bytes, starts[record], starts[record + 1]);
    }

    IdList ordered(int[] order) {
        var ordered = new int[starts.length];
        var moved = new byte[bytes.length];
        Arrays.parallelSetAll(ordered, i -> i == 0 ? 0 : length(order[i - 1]));
        Arrays.parallelPrefix(ordered, Integer::sum);
        IntStream.range(0, order.length).parallel().forEach(i -> copy(order[i], moved, ordered[i]));
        return new IdList(moved, ordered);
    }
}
