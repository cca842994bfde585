package org.hms.registry.job;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The resources of a FHIR package as npm packs it (the files directly in {@code package/}), or of a file with one resource. */
final class FhirPackageFile {
    private static final Pattern RESOURCE = Pattern.compile("package/(?!package\\.json$|\\.)[^/]+\\.json");
    private static final int GZIP = 0x1f8b;
    private static final long MOST = 2L * 1024 * 1024 * 1024;
    private static final int MOST_FILES = 50_000;

    /** A resource as it is written, and the file it stands in. */
    record Entry(String name, String json) {}

    private FhirPackageFile() {}

    static List<Entry> read(Path file) throws IOException {
        try (var stream = new BufferedInputStream(Files.newInputStream(file))) {
            stream.mark(2);
            var isPacked = ((stream.read() << 8) | stream.read()) == GZIP;
            stream.reset();
            return isPacked
                    ? unpack(new GZIPInputStream(stream))
                    : List.of(new Entry(
                            String.valueOf(file.getFileName()),
                            new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    private static List<Entry> unpack(InputStream stream) throws IOException {
        var entries = new ArrayList<Entry>();
        var files = new TarFiles(stream, MOST);
        for (var file = files.next(); file != null; file = files.next()) {
            if (RESOURCE.matcher(file.name()).matches()) {
                var name = file.name().substring(file.name().indexOf('/') + 1);
                entries.add(new Entry(name, new String(file.content(), StandardCharsets.UTF_8)));
            }
            if (entries.size() > MOST_FILES) {
                throw new IOException("The package has more than " + MOST_FILES + " resources");
            }
        }
        return entries;
    }
}
