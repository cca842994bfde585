package org.hms.terminology.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.hms.terminology.graph.GraphHeader;
import org.hms.terminology.graph.GraphSink;
import org.hms.terminology.graph.GraphSource;

/** A release that is one file; it is told of when it has been read. */
record FileRelease(Path file, GraphSource source, LongConsumer progress) implements Release {

    @Override
    public GraphHeader header() {
        return source.header();
    }

    @Override
    public long characters() throws IOException {
        return Files.size(file);
    }

    @Override
    public void read(GraphSink sink) throws IOException {
        source.read(sink);
        progress.accept(characters());
    }

    @Override
    public void close() {
        // The file is opened for each reading.
    }
}
