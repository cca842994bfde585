package org.hms.registry.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.hms.registry.imports.ImportJob.Counts;
import org.hms.registry.patient.FeedOutcome;

/** Writes a line for each row of an import: what became of it, under which record, and why it was refused. */
final class ImportReport implements Closeable {

    private static final String HEADER = "row,outcome,identity,record,version,reason\n";

    private final OutputStream out;
    private long size;
    private Counts counts;

    ImportReport(OutputStream out, long size, Counts counts) throws IOException {
        this.out = out;
        this.size = size;
        this.counts = counts;
        if (size == 0) {
            write(HEADER);
        }
    }

    void taken(FeedOutcome outcome) throws IOException {
        boolean unchanged = outcome instanceof FeedOutcome.Unchanged;
        counts = counts.plus(
                new Counts(1, outcome.created() ? 1 : 0, unchanged || outcome.created() ? 0 : 1, unchanged ? 1 : 0, 0));
        var what = unchanged ? "unchanged" : outcome.created() ? "created" : "revised";
        var identity = switch (outcome) {
            case FeedOutcome.Joined _ -> "joined";
            case FeedOutcome.Opened _ -> "opened";
            case FeedOutcome.AwaitsReview _ -> "awaits-review";
            case FeedOutcome.Unchanged _ -> "";
        };
        write("%d,%s,%s,%s,%d,%n".formatted(counts.read(), what, identity, outcome.recordId(), outcome.version()));
    }

    void refused(String reason) throws IOException {
        counts = counts.plus(new Counts(1, 0, 0, 0, 1));
        write("%d,refused,,,,\"%s\"%n".formatted(counts.read(), reason.replace("\"", "\"\"")));
    }

    private void write(String line) throws IOException {
        var bytes = line.replace(System.lineSeparator(), "\n").getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        size += bytes.length;
    }

    Counts counts() {
        return counts;
    }

    long size() {
        return size;
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
