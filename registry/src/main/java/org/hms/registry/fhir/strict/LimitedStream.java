package org.hms.registry.fhir.strict;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is read and refuses to go on past the limit, whatever length was announced. */
public final class LimitedStream extends FilterInputStream {
    private final long limit;
    private final AtomicLong seen = new AtomicLong();

    public LimitedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        var next = in.read();
        if (next >= 0) {
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var got = in.read(buffer, offset, length);
        if (got > 0) {
            count(got);
        }
        return got;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int bytes) throws IOException {
        if (seen.addAndGet(bytes) > limit) {
            throw new BodyTooLarge(limit);
        }
    }
}
