package org.hms.registry.imports;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.hms.registry.patient.IncomingRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other. */
public interface Rows extends Closeable {

    /** The next row; null behind the last. Throws {@link UnreadableFile} when nothing behind this point can be read. */
    default @Nullable Row next() throws IOException {
        var unread = nextUnread();
        return unread == null ? null : unread.get();
    }

    /** The next row, cut out of the file and not understood yet, which any thread may do. */
    @Nullable
    Supplier<Row> nextUnread() throws IOException;

    /** One row: a record, or what is wrong with it. */
    sealed interface Row {}

    /** It reads as a record. */
    record Readable(IncomingRecord record) implements Row {}

    /** It does not; the reason holds nothing of what it says. */
    record Unreadable(String reason) implements Row {}

    /** Opens the file of a job. */
    @FunctionalInterface
    interface Opener {
        Rows open(ImportOrder order, Path file) throws IOException;
    }

    /** A file that is not what it was said to be; the message holds nothing of what it says. */
    final class UnreadableFile extends IOException {
        private static final long serialVersionUID = 1L;

        public UnreadableFile(String reason) {
            super(reason);
        }
    }
}
