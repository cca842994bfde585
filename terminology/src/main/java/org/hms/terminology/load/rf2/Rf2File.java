package org.hms.terminology.load.rf2;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.hms.terminology.load.UnreadableFile;

/** A tab-separated file of a release; its columns are found by name, and rows not in use may be passed over. */
record Rf2File(Path path) {
    private static final Pattern NAME =
            Pattern.compile("x?(?:sct2|der2)_(?:([cis]*)Refset_)?([A-Za-z]+)_?Snapshot.*_(\\d{8})\\.txt");
    private static final int PROGRESS_ROWS = 4096;

    /** Takes the fields of a row. */
    interface Rows {
        void row(String[] fields) throws IOException;
    }

    static boolean isSnapshot(Path path) {
        return NAME.matcher(path.getFileName().toString()).matches();
    }

    /** What the file is about: Concept, Description, Relationship, Language, ExtendedMap … */
    String content() {
        return group(2);
    }

    /** The types of the further columns of a reference set: c for a component, i for a number, s for a text. */
    String pattern() {
        return group(1);
    }

    boolean isReferenceSet() {
        return path.getFileName().toString().contains("Refset_");
    }

    String date() {
        return group(3);
    }

    List<String> columns() throws IOException {
        try (var reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            return List.of(header(reader));
        }
    }

    /** Hands over every row; one with too few fields ends the reading. */
    void read(LongConsumer progress, Rows rows) throws IOException {
        try (var reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            var columns = header(reader).length;
            var fields = new String[columns];
            var number = 1L;
            var characters = 0L;
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                characters += line.length() + 2L;
                if (!split(line, fields)) {
                    throw new UnreadableFile(
                            "%s, line %d: not %d fields".formatted(path.getFileName(), number, columns));
                }
                rows.row(fields);
                if (number % PROGRESS_ROWS == 0) {
                    progress.accept(characters);
                    characters = 0;
                }
            }
            progress.accept(characters);
        }
    }

    private String[] header(BufferedReader reader) throws IOException {
        var header = reader.readLine();
        if (header == null || !header.startsWith("id\t")) {
            throw new UnreadableFile(path.getFileName() + " has no header of release format 2");
        }
        return header.split("\t", -1);
    }

    private static boolean split(String line, String[] fields) {
        var from = 0;
        for (var field = 0; field < fields.length - 1; field++) {
            var tab = line.indexOf('\t', from);
            if (tab < 0) {
                return false;
            }
            fields[field] = line.substring(from, tab);
            from = tab + 1;
        }
        fields[fields.length - 1] = line.substring(from);
        return line.indexOf('\t', from) < 0;
    }

    private String group(int number) {
        var matcher = NAME.matcher(path.getFileName().toString());
        var found = matcher.matches() ? matcher.group(number) : "";
        return found == null ? "" : found;
    }
}
