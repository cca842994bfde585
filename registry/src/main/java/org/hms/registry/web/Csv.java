package org.hms.registry.web;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Rows as RFC 4180 writes them. A cell that a spreadsheet would take for a formula is written as text. */
public final class Csv {
    public static final String MEDIA_TYPE = "text/csv";
    public static final String UTF8 = MEDIA_TYPE + ";charset=utf-8";

    /** For a method that shares its path with one that answers in JSON, which is what is given when nothing is asked for. */
    public static final String WHEN_ASKED_FOR = UTF8 + ";qs=0.5";

    private Csv() {}

    public static void write(Writer out, List<?> cells) throws IOException {
        out.write(cells.stream().map(Csv::cell).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    private static String cell(Object value) {
        var text = value.toString();
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !(value instanceof Number)
                ? "'" + text
                : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
