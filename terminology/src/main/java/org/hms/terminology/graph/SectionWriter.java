package org.hms.terminology.graph;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * Writes the columns of a generation into one file: each begins at a multiple of 8, little endian; last come their names
 * with place and length, and where that list begins.
 */
final class SectionWriter implements AutoCloseable {
    static final String FILE = CompiledGraph.FILE;
    static final long MAGIC = 0x3148_5052_4753_4d48L;
    private static final int BLOCK = 1 << 14;

    private record Section(String name, long offset, long length) {}

    private final OutputStream file;
    private final List<Section> sections = new ArrayList<>();
    private long written;

    SectionWriter(Path directory) throws IOException {
        file = new BufferedOutputStream(Files.newOutputStream(directory.resolve(FILE)), 1 << 18);
        write(longBytes(MAGIC));
    }

    void ints(String name, int[] values) throws IOException {
        begin(name, 4L * values.length);
        for (var from = 0; from < values.length; from += BLOCK) {
            var count = Math.min(BLOCK, values.length - from);
            var buffer = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
            buffer.asIntBuffer().put(values, from, count);
            write(buffer.array());
        }
    }

    void longs(String name, long[] values) throws IOException {
        begin(name, 8L * values.length);
        for (var from = 0; from < values.length; from += BLOCK) {
            var count = Math.min(BLOCK, values.length - from);
            var buffer = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
            buffer.asLongBuffer().put(values, from, count);
            write(buffer.array());
        }
    }

    void bytes(String name, byte[] values) throws IOException {
        begin(name, values.length);
        write(values);
    }

    void texts(String name, List<String> texts) throws IOException {
        var blob = new ByteArrayOutputStream();
        var offsets = new int[texts.size() + 1];
        for (var index = 0; index < texts.size(); index++) {
            blob.writeBytes(texts.get(index).getBytes(StandardCharsets.UTF_8));
            offsets[index + 1] = blob.size();
        }
        ints(name + ".offsets", offsets);
        bytes(name + ".bytes", blob.toByteArray());
    }

    void bitmap(String name, RoaringBitmap bitmap) throws IOException {
        bytes(name, toBytes(bitmap));
    }

    static byte[] toBytes(RoaringBitmap bitmap) {
        bitmap.runOptimize();
        var buffer = ByteBuffer.allocate(bitmap.serializedSizeInBytes());
        bitmap.serialize(buffer);
        return buffer.array();
    }

    @Override
    public void close() throws IOException {
        pad();
        var list = written;
        for (var section : sections) {
            var name = section.name().getBytes(StandardCharsets.UTF_8);
            write(longBytes(section.offset()));
            write(longBytes(section.length()));
            write(longBytes(name.length));
            write(name);
            pad();
        }
        write(longBytes(list));
        file.close();
    }

    private void begin(String name, long length) throws IOException {
        pad();
        sections.add(new Section(name, written, length));
    }

    private void pad() throws IOException {
        write(new byte[(int) (-written & 7)]);
    }

    private void write(byte[] bytes) throws IOException {
        file.write(bytes);
        written += bytes.length;
    }

    private static byte[] longBytes(long value) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }
}
