package org.hms.terminology.load.loinc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.graph.GraphHeader;
import org.hms.terminology.graph.GraphSink;
import org.hms.terminology.load.Release;
import org.hms.terminology.load.ReleaseFiles;
import org.hms.terminology.load.UnreadableFile;
import org.jspecify.annotations.Nullable;

/**
 * LOINC's release, as the zip that is downloaded or as a folder. Files are found by name wherever they lie; only
 * {@code Loinc.csv} must be there. Its version is not in its files.
 */
public final class LoincRelease implements Release {
    private final ReleaseFiles files;
    private final GraphHeader header;
    private final LongConsumer progress;

    private LoincRelease(ReleaseFiles files, GraphHeader header, LongConsumer progress) {
        this.files = files;
        this.header = header;
        this.progress = progress;
    }

    public static LoincRelease open(Path file, @Nullable String version, LongConsumer progress) throws IOException {
        if (version == null || version.isBlank()) {
            throw new UnreadableFile("Name the release of LOINC, such as 2.81; its files do not say it");
        }
        var files = ReleaseFiles.open(file);
        if (files.find(LoincReader.TABLE).isEmpty()) {
            files.close();
            throw new UnreadableFile("The release has no " + LoincReader.TABLE);
        }
        var uses = List.of("LONG_COMMON_NAME", "PartDisplayName", "DisplayText", "AnswerListName", "CODE_TEXT");
        var header = new GraphHeader(SystemUri.LOINC, version, "LOINC", "en", false, List.of(), uses);
        return new LoincRelease(files, header, progress);
    }

    @Override
    public GraphHeader header() {
        return header;
    }

    @Override
    public long characters() throws IOException {
        var sum = 0L;
        for (var file : LoincReader.files(files)) {
            sum += Files.size(file);
        }
        return sum;
    }

    @Override
    public void read(GraphSink sink) throws IOException {
        new LoincReader(files, sink, progress).read();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
