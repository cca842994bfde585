package org.hms.terminology.system;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;

/** The data file of a generation, mapped into memory and read in place. Safe for many threads. */
final class MappedCodes implements AutoCloseable {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final DesignationUse[] USES = DesignationUse.values();

    /** One code with its texts and properties. */
    record Stored(String code, List<Designation> designations, Map<String, String> properties) {
        String display() {
            return designations.getFirst().text();
        }
    }

    private final Arena arena = Arena.ofShared();
    private final MemorySegment data;
    private final int size;
    private final long records;

    private MappedCodes(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            data = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
        if (data.get(INT, 0) != GenerationFile.MAGIC) {
            throw new IOException("Not a compiled code system");
        }
        size = data.get(INT, 4);
        records = GenerationFile.HEADER_BYTES + 4L * (4L * size + 1);
    }

    static MappedCodes open(Path directory) throws IOException {
        return new MappedCodes(directory.resolve(GenerationFile.NAME));
    }

    int size() {
        return size;
    }

    /** The parent's ordinal, or -1 for a root. */
    int parent(int ordinal) {
        return intAt(0, ordinal);
    }

    /** The first ordinal that no longer lies under this one. */
    int end(int ordinal) {
        return intAt(1, ordinal);
    }

    /** The ordinal of a code, or -1. */
    int find(String code) {
        var wanted = MemorySegment.ofArray(code.getBytes(StandardCharsets.UTF_8));
        var low = 0;
        var high = size - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var ordinal = intAt(2, middle);
            var order = compare(codeAt(ordinal), wanted);
            if (order == 0) {
                return ordinal;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    Stored read(int ordinal) {
        var reader = new Cursor(offset(ordinal));
        var code = reader.text();
        var designations = new ArrayList<Designation>();
        for (var left = reader.number(); left > 0; left--) {
            var language = reader.text();
            var use = USES[reader.octet()];
            designations.add(Designation.of(language, use, reader.text()));
        }
        var properties = new LinkedHashMap<String, String>();
        for (var left = reader.number(); left > 0; left--) {
            var name = reader.text();
            properties.put(name, reader.text());
        }
        return new Stored(code, designations, properties);
    }

    @Override
    public void close() {
        arena.close();
    }

    private long offset(int ordinal) {
        return records + intAt(3, ordinal);
    }

    private int intAt(int column, int row) {
        return data.get(INT, GenerationFile.HEADER_BYTES + 4L * ((long) column * size + row));
    }

    private MemorySegment codeAt(int ordinal) {
        var at = offset(ordinal);
        return data.asSlice(at + 2, data.get(SHORT, at));
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

    /** Walks through one record. */
    private final class Cursor {
        private long at;

        Cursor(long at) {
            this.at = at;
        }

        int number() {
            var value = data.get(SHORT, at);
            at += 2;
            return value;
        }

        int octet() {
            return data.get(ValueLayout.JAVA_BYTE, at++);
        }

        String text() {
            var length = number();
            var bytes = data.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
            at += length;
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
