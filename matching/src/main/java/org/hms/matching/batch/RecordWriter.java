package org.hms.matching.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hms.matching.table.IdList;

/** Writes CSV files of record ids and numbers, of millions of lines. */
final class RecordWriter implements Closeable {
    private static final int BUFFER = 1 << 18;

    private final IdList ids;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;

    RecordWriter(Path file, IdList ids, String header) throws IOException {
        this.ids = ids;
        out = Files.newOutputStream(file);
        text(header).line();
    }

    RecordWriter id(int record) throws IOException {
        if (ids.needsQuotes(record)) {
            text('"' + ids.get(record).replace("\"", "\"\"") + '"');
        } else {
            int length = ids.length(record);
            if (length > BUFFER) {
                return text(ids.get(record));
            }
            makeRoom(length);
            ids.copy(record, buffer, filled);
            filled += length;
        }
        return this;
    }

    RecordWriter comma() throws IOException {
        put(',');
        return this;
    }

    RecordWriter text(String text) throws IOException {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            put(b);
        }
        return this;
    }

    /** A number with so many digits behind the point. */
    RecordWriter decimal(double value, int digits) throws IOException {
        long scale = 1;
        for (int i = 0; i < digits; i++) {
            scale *= 10;
        }
        long scaled = Math.round(Math.abs(value) * scale);
        if (value < 0 && scaled > 0) {
            put('-');
        }
        whole(scaled / scale);
        put('.');
        long rest = scaled % scale;
        for (long place = scale / 10; place > 0; place /= 10) {
            put((int) ('0' + rest / place % 10));
        }
        return this;
    }

    private void whole(long value) throws IOException {
        if (value >= 10) {
            whole(value / 10);
        }
        put((int) ('0' + value % 10));
    }

    void line() throws IOException {
        put('\n');
    }

    private void put(int b) throws IOException {
        makeRoom(1);
        buffer[filled++] = (byte) b;
    }

    private void makeRoom(int bytes) throws IOException {
        if (filled + bytes > BUFFER) {
            out.write(buffer, 0, filled);
            filled = 0;
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            out.write(buffer, 0, filled);
        }
    }
}
