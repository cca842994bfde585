package org.hms.terminology.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;

/** What a generation says about itself, in a properties file beside its data. */
record Manifest(
        String url, String version, String title, String language, int codes, String contentHash, long sequence) {
    static final String FILE = "manifest.properties";

    /** The number of the generation that follows these. */
    static long nextSequence(Stream<Manifest> known) {
        return 1 + known.mapToLong(Manifest::sequence).max().orElse(0);
    }

    CodeSystemSummary summary(boolean current) {
        return new CodeSystemSummary(url, version, title, language, codes, contentHash, current);
    }

    static Manifest read(Path directory) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(directory.resolve(FILE), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return new Manifest(
                required(properties, "url"),
                required(properties, "version"),
                required(properties, "title"),
                required(properties, "language"),
                Integer.parseInt(required(properties, "codes")),
                required(properties, "contentHash"),
                Long.parseLong(required(properties, "sequence")));
    }

    void write(Path directory) throws IOException {
        var properties = new Properties();
        properties.setProperty("url", url);
        properties.setProperty("version", version);
        properties.setProperty("title", title);
        properties.setProperty("language", language);
        properties.setProperty("codes", Integer.toString(codes));
        properties.setProperty("contentHash", contentHash);
        properties.setProperty("sequence", Long.toString(sequence));
        try (var writer = Files.newBufferedWriter(directory.resolve(FILE), StandardCharsets.UTF_8)) {
            properties.store(writer, null);
        }
    }

    private static String required(Properties properties, String name) {
        var value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("A generation's manifest lacks " + name);
        }
        return value;
    }
}
