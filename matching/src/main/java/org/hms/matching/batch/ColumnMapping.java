package org.hms.matching.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hms.matching.table.ValuePools;
import org.jspecify.annotations.Nullable;

/**
 * Which column identifies a record and what the others are; columns not named are not read.
 *
 * @param separator of the cells; 0 to take it from the header line
 * @param missing what cells hold that know nothing
 * @param linkOnly whether each file holds a person at most once, so that only records of different files are compared
 */
public record ColumnMapping(
        String id, List<Column> columns, char separator, Charset encoding, Set<String> missing, boolean linkOnly) {
    private static final Set<String> MISSING = Set.of("NA", "N/A", "NULL", "null", "NaN", "None", "\\N");

    public ColumnMapping {
        columns = List.copyOf(columns);
        missing = Set.copyOf(missing);
    }

    /** @throws InvalidColumns if the file is no column mapping; the message names the key at fault */
    public static ColumnMapping read(Path yaml) {
        try {
            return of(new YAMLMapper().readTree(Files.readAllBytes(yaml)));
        } catch (JsonProcessingException e) {
            throw new InvalidColumns("file", "is not YAML: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("The column mapping cannot be read: " + yaml, e);
        }
    }

    ValuePools pools() {
        return new ValuePools(
                columns.stream()
                        .filter(column -> column.kind().prefix() != null)
                        .map(Column::attribute)
                        .toList(),
                columns.stream()
                        .filter(column -> column.kind() == ColumnKind.IDENTIFIER)
                        .map(Column::identifierSystem)
                        .toList());
    }

    public boolean has(ColumnKind... kinds) {
        return columns.stream().anyMatch(column -> List.of(kinds).contains(column.kind()));
    }

    private static ColumnMapping of(JsonNode root) {
        allow("file", root, "id", "columns", "separator", "encoding", "missing", "linkOnly");
        var columns = new ArrayList<Column>();
        var attributes = new HashSet<String>();
        root.path("columns").properties().forEach(entry -> {
            var column = column(entry.getKey(), entry.getValue());
            columns.add(column);
            if (column.kind().prefix() != null && !attributes.add(column.attribute())) {
                throw new InvalidColumns("columns." + column.header(), "reads like another column of its kind");
            }
        });
        if (columns.isEmpty()) {
            throw new InvalidColumns("columns", "names what at least one column is");
        }
        var missing = new HashSet<>(MISSING);
        root.path("missing").forEach(word -> missing.add(word.asText()));
        return new ColumnMapping(
                text("id", root, "id"), columns, separator(root), encoding(root), missing, linkOnly(root));
    }

    private static Column column(String header, JsonNode node) {
        var key = "columns." + header;
        allow(key, node, "as", "format", "system");
        var code = text(key + ".as", node, "as");
        var kind =
                ColumnKind.of(code).orElseThrow(() -> new InvalidColumns(key + ".as", code + " is no kind of column"));
        var format = optional(node, "format");
        if (format != null) {
            try {
                var _ = DateTimeFormatter.ofPattern(format);
            } catch (IllegalArgumentException e) {
                throw new InvalidColumns(key + ".format", "is no date format: " + e.getMessage());
            }
        }
        var system = optional(node, "system");
        return new Column(
                header.strip(), kind, format, kind == ColumnKind.IDENTIFIER && system == null ? header : system);
    }

    private static boolean linkOnly(JsonNode root) {
        var node = root.path("linkOnly");
        if (!node.isMissingNode() && !node.isBoolean()) {
            throw new InvalidColumns("linkOnly", "is true or false");
        }
        return node.asBoolean();
    }

    private static char separator(JsonNode root) {
        var separator = optional(root, "separator");
        if (separator == null) {
            return 0;
        }
        if (separator.length() != 1) {
            throw new InvalidColumns("separator", "is one character");
        }
        return separator.charAt(0);
    }

    private static Charset encoding(JsonNode root) {
        var name = optional(root, "encoding");
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new InvalidColumns("encoding", name + " is not known here");
        }
    }

    private static void allow(String key, JsonNode node, String... names) {
        if (!node.isObject()) {
            throw new InvalidColumns(key, "has parts");
        }
        var allowed = Set.of(names);
        node.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                throw new InvalidColumns(key.equals("file") ? name : key + "." + name, "is not known here");
            }
        });
    }

    private static String text(String key, JsonNode node, String name) {
        var text = optional(node, name);
        if (text == null || text.isBlank()) {
            throw new InvalidColumns(key, "is missing");
        }
        return text.strip();
    }

    private static @Nullable String optional(JsonNode node, String name) {
        var child = node.path(name);
        return child.isValueNode() && !child.isNull() ? child.asText() : null;
    }
}
