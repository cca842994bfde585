package org.hms.terminology.load.rf2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.graph.GraphHeader;
import org.hms.terminology.graph.GraphSink;
import org.hms.terminology.load.Release;
import org.hms.terminology.load.ReleaseFiles;
import org.hms.terminology.load.UnreadableFile;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of SNOMED CT, as the zip that is downloaded or as a folder. Its version is the URI that the SNOMED CT URI
 * standard gives it: edition module and date, unless the one who imports says another.
 */
public final class Rf2Release implements Release {
    private static final Pattern VERSION = Pattern.compile("http://snomed\\.info/x?sct/\\d{6,18}/version/\\d{8}");

    private final ReleaseFiles release;
    private final List<Rf2File> files;
    private final GraphHeader header;
    private final LongConsumer progress;

    private Rf2Release(ReleaseFiles release, List<Rf2File> files, GraphHeader header, LongConsumer progress) {
        this.release = release;
        this.files = files;
        this.header = header;
        this.progress = progress;
    }

    /**
     * Opens a release.
     *
     * @param version the version's URI, or null for the one that the files say
     * @param language the language in which concepts are shown
     * @param progress hears how many characters were read
     */
    public static Rf2Release open(Path file, @Nullable String version, String language, LongConsumer progress)
            throws IOException {
        var release = ReleaseFiles.open(file);
        try {
            var files = list(release);
            var uri = version == null ? Rf2Edition.of(files).versionUri() : version;
            if (!VERSION.matcher(uri).matches()) {
                throw new UnreadableFile("A version of SNOMED CT is a URI such as"
                        + " http://snomed.info/sct/900000000000207008/version/20260101, not " + uri);
            }
            var dialects = new ArrayList<>(Sct.dialects(language));
            Sct.dialects("en").stream()
                    .filter(dialect -> !dialects.contains(dialect))
                    .forEach(dialects::add);
            var header = new GraphHeader(
                    SystemUri.SNOMED_CT,
                    uri,
                    "SNOMED CT",
                    language,
                    false,
                    dialects,
                    List.of(Sct.SYNONYM.code(), Sct.FULLY_SPECIFIED_NAME.code()));
            return new Rf2Release(release, files, header, progress);
        } catch (IOException | RuntimeException e) {
            release.close();
            throw e;
        }
    }

    @Override
    public GraphHeader header() {
        return header;
    }

    @Override
    public long characters() throws IOException {
        var sum = 0L;
        for (var file : files) {
            sum += Files.size(file.path());
        }
        return sum;
    }

    @Override
    public void read(GraphSink sink) throws IOException {
        var reader = new Rf2Reader(sink, progress);
        for (var content : List.of("Concept", "Description", "TextDefinition")) {
            for (var file : files) {
                if (!file.isReferenceSet() && file.content().equals(content)) {
                    reader.read(file);
                }
            }
        }
        for (var file : files) {
            if (file.isReferenceSet() || file.content().startsWith("Relationship")) {
                reader.read(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        release.close();
    }

    private static List<Rf2File> list(ReleaseFiles release) {
        var files = release.list().stream()
                .filter(Rf2File::isSnapshot)
                .map(Rf2File::new)
                .filter(file -> !file.content().equals("OWLExpression"))
                .toList();
        for (var needed : List.of("Concept", "Description", "Relationship")) {
            if (files.stream().noneMatch(file -> file.content().equals(needed))) {
                throw new UnreadableFile("The release has no snapshot file of type " + needed);
            }
        }
        return files;
    }
}
