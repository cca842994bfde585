package org.hms.matching.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Where a CSV file may be divided so that several readers share it: behind a line's end that no quotes enclose. */
final class CsvSlices {
    private static final int BUFFER = 1 << 20;
    private static final int NEWLINE = '\n';
    private static final int QUOTE = '"';
    /** A file may begin with so many bytes that are none of its text. */
    private static final int BYTE_ORDER_MARK = 3;

    /** A part of the file, its end excluded. */
    record Slice(long from, long to) {}

    private CsvSlices() {}

    /**
     * @param separator of the cells: quotes enclose only what they begin, as in "Vera, Ana" but not in O"Higgins
     * @param size about how many bytes a slice has
     */
    static List<Slice> of(Path file, char separator, long size) throws IOException {
        var slices = new ArrayList<Slice>();
        forEach(file, separator, size, slices::add);
        return slices;
    }

    /** Tells each slice as soon as it is found, so that its reading may begin. */
    static void forEach(Path file, char separator, long size, Consumer<Slice> found) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var buffer = new byte[BUFFER];
            long at = 0;
            long from = 0;
            boolean quoted = false;
            long closed = -1;
            int last = NEWLINE;
            for (int read = read(channel, buffer); read > 0; read = read(channel, buffer)) {
                for (int i = 0; i < read; i++) {
                    int b = buffer[i];
                    if (b == QUOTE && quoted) {
                        quoted = false;
                        closed = at + i;
                    } else if (b == QUOTE) {
                        // Right behind the closing one it stands for itself, and the cell goes on.
                        quoted = closed >= 0 && closed == at + i - 1
                                || at + i == BYTE_ORDER_MARK && buffer[BYTE_ORDER_MARK - 1] == (byte) 0xBF
                                || beginsCell(i > 0 ? buffer[i - 1] : last, separator);
                    } else if (b == NEWLINE && !quoted && at + i + 1 - from >= size) {
                        found.accept(new Slice(from, at + i + 1));
                        from = at + i + 1;
                    }
                }
                last = buffer[read - 1];
                at += read;
            }
            if (at > from) {
                found.accept(new Slice(from, at));
            }
        }
    }

    private static boolean beginsCell(int before, char separator) {
        return before == separator || before == NEWLINE || before == '\r';
    }

    private static int read(FileChannel channel, byte[] buffer) throws IOException {
        return channel.read(ByteBuffer.wrap(buffer));
    }

    static InputStream open(Path file, Slice slice) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        channel.position(slice.from());
        return new Bounded(channel, slice.to());
    }

    private static final class Bounded extends InputStream {
        private final FileChannel channel;
        private final long to;

        private Bounded(FileChannel channel, long to) {
            this.channel = channel;
            this.to = to;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            long left = to - channel.position();
            return left <= 0 ? -1 : channel.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, left)));
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
