package org.hms.terminology.graph;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** A column of ints in mapped memory. */
final class IntColumn {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment data;

    IntColumn(MemorySegment data) {
        this.data = data;
    }

    int get(int index) {
        return data.getAtIndex(INT, index);
    }

    int size() {
        return (int) (data.byteSize() / 4);
    }

    int[] slice(int from, int to) {
        return data.asSlice(4L * from, 4L * (to - from)).toArray(INT);
    }

    /** Where a value stands in [from, to), which is sorted; below 0 where it does not. */
    int search(int value, int from, int to) {
        var low = from;
        var high = to - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var found = get(middle);
            if (found == value) {
                return middle;
            }
            if (found < value) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1 - low;
    }
}
