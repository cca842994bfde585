package org.hms.registry.patient.store;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.hms.matching.person.Demographics;
import org.hms.registry.access.Caller;
import org.hms.registry.patient.IncomingRecord;
import org.hms.registry.patient.RecordKey;
import org.hms.registry.patient.Spool;
import org.hms.registry.store.StoredJson;

/** A spool in a file that is gone when it is closed; all its records come from one caller. */
public final class SpoolFile implements Spool, Closeable {

    private final StoredJson json = new StoredJson();
    private final Caller caller;
    private final FileChannel channel;
    private final OutputStream out;
    private long[] ends = new long[1024];
    private int size;

    /** @param directory on whose disk there is room */
    public SpoolFile(Path directory, Caller caller) throws IOException {
        this.caller = caller;
        var file = Files.createTempFile(directory, "spool-", ".tmp");
        channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 20);
    }

    private record Entry(String source, String system, String value, Demographics demographics, String content) {}

    /** The form in which a record stands in the file; may be made by any thread. */
    public byte[] written(IncomingRecord record) {
        var key = record.key();
        var entry = new Entry(record.source(), key.system(), key.value(), record.demographics(), record.content());
        return json.write(entry).getBytes(StandardCharsets.UTF_8);
    }

    /** A record's first version, as it stands; to be read after {@link #finish}. */
    public void add(byte[] bytes) throws IOException {
        if (size + 1 == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        out.write(bytes);
        ends[size + 1] = ends[size] + bytes.length;
        size++;
    }

    public void finish() throws IOException {
        out.flush();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public IncomingRecord read(int place) {
        var bytes = ByteBuffer.allocate(Math.toIntExact(ends[place + 1] - ends[place]));
        try {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, ends[place] + bytes.position()) < 0) {
                    throw new IOException("The spool ends before its records do");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var entry = json.read(new String(bytes.array(), StandardCharsets.UTF_8), Entry.class);
        var key = new RecordKey(entry.system(), entry.value());
        return new IncomingRecord(caller, entry.source(), key, true, entry.demographics(), entry.content());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
