package org.hms.matching.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A file of one JSON object for each person, a line each: NDJSON, also called JSON lines. */
final class JsonLines {
    private static final ObjectReader JSON = new ObjectMapper().reader();
    private static final List<String> ENDINGS = List.of(".ndjson", ".jsonl");

    private final Path file;
    private final List<String> names;

    /** @param names of the values wanted, in the order in which they are told */
    JsonLines(Path file, List<String> names) {
        this.file = file;
        this.names = List.copyOf(names);
    }

    static boolean is(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** @throws InvalidColumns if a line is no JSON object; the line is named, not shown */
    void forEach(Charset encoding, Consumer<List<String>> told) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, encoding)) {
            int number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    told.accept(cells(line, number));
                }
            }
        }
    }

    private List<String> cells(String line, int number) {
        try {
            var node = JSON.readTree(line);
            if (node.isObject()) {
                return names.stream().map(name -> text(node.path(name))).toList();
            }
        } catch (JsonProcessingException e) {
            // Told below; the parser's own message would show what the line holds.
        }
        throw new InvalidColumns(String.valueOf(file.getFileName()), "line " + number + " is no JSON object");
    }

    /** Of several values, such as given names, all in their order. */
    private static String text(JsonNode node) {
        if (!node.isArray()) {
            return node.isValueNode() && !node.isNull() ? node.asText() : "";
        }
        var texts = new ArrayList<String>();
        node.forEach(each -> texts.add(text(each)));
        return String.join(" ", texts);
    }
}
