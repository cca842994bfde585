package org.hms.terminology.load.icd11;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.hms.terminology.load.UnreadableFile;

/** Entities of WHO's interface in a file, one after the other: as JSON lines or as an array, gzipped or not, or a zip of such files. */
final class Icd11EntityFile {
    private static final int GZIP = 0x1f8b;
    private static final int ZIP = 'P' << 8 | 'K';
    private static final int MOST_ENTITIES = 500_000;
    private static final long MOST_CHARACTERS = 4L << 30;
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private final Consumer<Icd11Entity> taker;
    private final Map<String, String> numbers = new HashMap<>();
    private int entities;
    private long characters;

    private Icd11EntityFile(Consumer<Icd11Entity> taker) {
        this.taker = taker;
    }

    static void read(Path file, Consumer<Icd11Entity> taker) throws IOException {
        var reader = new Icd11EntityFile(taker);
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            bytes.mark(2);
            var magic = bytes.read() << 8 | bytes.read();
            bytes.reset();
            if (magic == ZIP) {
                reader.readZip(new ZipInputStream(bytes));
            } else {
                reader.readEntities(magic == GZIP ? new GZIPInputStream(bytes) : bytes, "");
            }
        }
    }

    private void readZip(ZipInputStream zip) throws IOException {
        var files = 0;
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            if (name.matches("[^.].*\\.(json|jsonl|ndjson)")) {
                files++;
                readEntities(zip, name + ", ");
            }
        }
        if (files == 0) {
            throw new UnreadableFile("The zip holds no file of JSON");
        }
    }

    private void readEntities(InputStream in, String place) throws IOException {
        try (var json = JSON.createParser(in)) {
            var reader = new Icd11EntityReader(json, place, numbers);
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                switch (token) {
                    case START_OBJECT -> {
                        reader.read().ifPresent(taker);
                        if (++entities > MOST_ENTITIES) {
                            throw reader.fault("A file has at most " + MOST_ENTITIES + " entities");
                        }
                    }
                    case START_ARRAY, END_ARRAY -> {}
                    default -> throw reader.fault("This is no entity");
                }
                if (characters + json.currentLocation().getByteOffset() > MOST_CHARACTERS) {
                    throw reader.fault("A file has at most 4 GiB");
                }
            }
            characters += Math.max(0, json.currentLocation().getByteOffset());
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new UnreadableFile(place + (at == null ? "" : "line " + at.getLineNr() + ": ")
                    + "This is not JSON, or ends in the middle of it");
        } catch (CharConversionException _) {
            throw new UnreadableFile(place + "This is not JSON in UTF-8");
        }
    }
}
