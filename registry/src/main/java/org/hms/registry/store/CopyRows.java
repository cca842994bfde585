package org.hms.registry.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** New rows of one table on their way to Postgres by COPY, which takes in thousands at a fraction of what inserts cost. */
public final class CopyRows {

    /** From so many rows on this is the faster way. */
    public static final int MANY = 32;

    private final String command;
    private final StringBuilder text = new StringBuilder();

    /** @param columns as a list of names in the order in which values are given */
    public CopyRows(String table, String columns) {
        command = "COPY " + table + " (" + columns + ") FROM STDIN";
    }

    /** One row; a collection is an array of texts, null is NULL, anything else says what it is by {@code toString}. */
    public void add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            switch (values[i]) {
                case null -> text.append("\\N");
                case Collection<?> many -> escaped(array(many));
                case Object value -> escaped(value.toString());
            }
        }
        text.append('\n');
    }

    /** The literal of an array. */
    private static String array(Collection<?> values) {
        return values.stream().map(value -> quoted(value, '"')).collect(Collectors.joining(",", "{", "}"));
    }

    /** The literal of a {@code tsvector} of these lexemes, without positions. */
    public static String lexemes(Collection<String> terms) {
        return terms.stream().map(term -> "'" + doubled(term, '\'') + "'").collect(Collectors.joining(" "));
    }

    private static String quoted(Object value, char quote) {
        var inside = new StringBuilder().append(quote);
        var said = value.toString();
        for (int i = 0; i < said.length(); i++) {
            char c = said.charAt(i);
            if (c == quote || c == '\\') {
                inside.append('\\');
            }
            inside.append(c);
        }
        return inside.append(quote).toString();
    }

    private static String doubled(String said, char quote) {
        if (said.indexOf(quote) < 0 && said.indexOf('\\') < 0) {
            return said;
        }
        return said.replace("\\", "\\\\").replace("" + quote, "" + quote + quote);
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    /** Sends what was added, within the transaction. */
    public void send(Handle transaction) {
        if (text.isEmpty()) {
            return;
        }
        try (var rows = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8))) {
            transaction.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn(command, rows);
        } catch (SQLException e) {
            throw new IllegalStateException("Rows were not taken: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        text.setLength(0);
    }
}
