package org.hms.terminology.graph;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/** The columns of a generation's file, mapped into memory and read in place. Safe for many threads. */
final class Sections implements AutoCloseable {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Arena arena = Arena.ofShared();
    private final Map<String, MemorySegment> sections = new HashMap<>();

    private Sections(Path file) throws IOException {
        MemorySegment data;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            data = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
        if (data.byteSize() < 16 || data.get(LONG, 0) != SectionWriter.MAGIC) {
            throw new IOException("Not a compiled graph");
        }
        var end = data.byteSize() - 8;
        for (var at = data.get(LONG, end); at < end; ) {
            var length = data.get(LONG, at + 16);
            var name = new String(data.asSlice(at + 24, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
            sections.put(name, data.asSlice(data.get(LONG, at), data.get(LONG, at + 8)));
            at += 24 + length + (-length & 7);
        }
    }

    static Sections open(Path directory) throws IOException {
        return new Sections(directory.resolve(SectionWriter.FILE));
    }

    boolean has(String name) {
        return sections.containsKey(name);
    }

    IntColumn ints(String name) {
        return new IntColumn(get(name));
    }

    long longAt(String name, int index) {
        return get(name).getAtIndex(LONG, index);
    }

    TextColumn texts(String name) {
        return new TextColumn(ints(name + ".offsets"), get(name + ".bytes"));
    }

    RoaringBitmap bitmap(String name) {
        return toBitmap(get(name));
    }

    MemorySegment get(String name) {
        var section = sections.get(name);
        if (section == null) {
            throw new IllegalStateException("The generation lacks the column " + name);
        }
        return section;
    }

    static RoaringBitmap toBitmap(MemorySegment bytes) {
        var bitmap = new RoaringBitmap();
        try {
            bitmap.deserialize(bytes.asByteBuffer());
        } catch (IOException e) {
            throw new IllegalStateException("A bitmap of the generation cannot be read", e);
        }
        return bitmap;
    }

    @Override
    public void close() {
        arena.close();
    }
}
