package org.hms.matching.batch;

import java.io.BufferedOutputStream;
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

    RecordWriter(Path file, IdList ids, String header) throws IOException {
        this.ids = ids;
        out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        text(header);
        out.write('\n');
    }

    RecordWriter id(int record) throws IOException {
        if (ids.needsQuotes(record)) {
            text('"' + ids.get(record).replace("\"", "\"\"") + '"');
        } else {
            ids.write(record, out);
        }
        return this;
    }

    RecordWriter comma() throws IOException {
        out.write(',');
        return this;
    }

    RecordWriter text(String ascii) throws IOException {
        out.write(ascii.getBytes(StandardCharsets.UTF_8));
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
            out.write('-');
        }
        whole(scaled / scale);
        out.write('.');
        long rest = scaled % scale;
        for (long place = scale / 10; place > 0; place /= 10) {
            out.write((int) ('0' + rest / place % 10));
        }
        return this;
    }

    private void whole(long value) throws IOException {
        if (value >= 10) {
            whole(value / 10);
        }
        out.write((int) ('0' + value % 10));
    }

    void line() throws IOException {
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
