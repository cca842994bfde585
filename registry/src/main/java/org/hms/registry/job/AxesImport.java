package org.hms.registry.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.GZIPOutputStream;
import me.tongfei.progressbar.ProgressBar;
import org.hms.registry.job.remote.ServiceClient;

/** What is particular in importing the axes of ICD-11: they are sent gzipped, and have a report of their own. */
final class AxesImport {
    private static final int GZIP = 0x1f8b;
    private static final int ZIP = 'P' << 8 | 'K';

    private AxesImport() {}

    /** Sends a file to the service. */
    interface Sender {
        ServiceClient.Answer send(Path file) throws InterruptedException, IOException;
    }

    /** Sends the file as it is if it is compressed, and otherwise gzipped: as JSON it is ten times as long. */
    static ServiceClient.Answer packed(Path file, Sender sender) throws InterruptedException, IOException {
        if (isCompressed(file)) {
            return sender.send(file);
        }
        var packed = Files.createTempFile("axes-", ".gz");
        try {
            pack(file, packed);
            return sender.send(packed);
        } finally {
            Files.delete(packed);
        }
    }

    private static boolean isCompressed(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            var magic = bytes.read() << 8 | bytes.read();
            return magic == GZIP || magic == ZIP;
        }
    }

    private static void pack(Path file, Path packed) throws IOException {
        try (var in = ProgressBar.wrap(Files.newInputStream(file), "packing");
                var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            in.transferTo(out);
        }
    }

    static String text(JsonNode report) {
        var lines = new ArrayList<String>();
        lines.add("%s release %s: %,d entities read, %,d codes with %,d axes of %,d values, %,d codes without axes; %s"
                .formatted(
                        report.path("system").asText(),
                        report.path("release").asText(),
                        report.path("read").asInt(),
                        report.path("codesWithAxes").asInt(),
                        report.path("axes").asInt(),
                        report.path("values").asInt(),
                        report.path("codesWithoutAxes").asInt(),
                        report.path("published").asBoolean() ? "published" : "nothing published"));
        for (var issue : report.path("leftOut")) {
            lines.add("  %s: %,d times, first %s"
                    .formatted(
                            issue.path("reason").asText(),
                            issue.path("count").asInt(),
                            issue.path("firstCode").asText()));
        }
        return String.join(System.lineSeparator(), lines);
    }
}
