package org.hms.terminology.graph;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** A column of texts in mapped memory; where they are sorted by their bytes, one can be found. */
final class TextColumn {
    private final IntColumn offsets;
    private final MemorySegment bytes;

    TextColumn(IntColumn offsets, MemorySegment bytes) {
        this.offsets = offsets;
        this.bytes = bytes;
    }

    int size() {
        return offsets.size() - 1;
    }

    String get(int index) {
        return new String(slice(index).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    List<String> list() {
        return IntStream.range(0, size()).mapToObj(this::get).toList();
    }

    int find(String text) {
        var wanted = MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8));
        var low = 0;
        var high = size() - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var order = compare(slice(middle), wanted);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private MemorySegment slice(int index) {
        var from = offsets.get(index);
        return bytes.asSlice(from, offsets.get(index + 1) - from);
    }

    private static int compare(MemorySegment left, MemorySegment right) {
        var difference = left.mismatch(right);
        if (difference < 0) {
            return 0;
        }
        if (difference == left.byteSize()) {
            return -1;
        }
        if (difference == right.byteSize()) {
            return 1;
        }
        return Integer.compare(
                left.get(ValueLayout.JAVA_BYTE, difference) & 0xff,
                right.get(ValueLayout.JAVA_BYTE, difference) & 0xff);
    }
}
