package org.hms.registry.job.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** A file that tells how much of it has been read. */
final class WatchedFile extends FilterInputStream {
    private final LongConsumer progress;

    WatchedFile(Path file, LongConsumer progress) {
        super(open(file));
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        var next = in.read();
        if (next >= 0) {
            progress.accept(1);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var got = in.read(buffer, offset, length);
        if (got > 0) {
            progress.accept(got);
        }
        return got;
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read: " + file, e);
        }
    }
}
