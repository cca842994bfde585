package org.hms.terminology.load.icd11;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files in the forms in which entities come. */
final class EntityFiles {
    private EntityFiles() {}

    static Path file(Path directory, byte[] content) throws IOException {
        return Files.write(Files.createTempFile(directory, "entities", ""), content);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(content);
        }
        return bytes.toByteArray();
    }

    static byte[] zip(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new ZipOutputStream(bytes)) {
            for (var at = 0; at < namesAndTexts.length; at += 2) {
                packed.putNextEntry(new ZipEntry(namesAndTexts[at]));
                packed.write(bytes(namesAndTexts[at + 1]));
            }
        }
        return bytes.toByteArray();
    }
}
