package org.hms.matching.privacy;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;

/** Encoded people as a CSV file that carries its schema, the schema's hash and the secret's check value as comments. */
public final class EncodedFile {
    private static final String SCHEMA = "|";
    private static final String HASH = "schema ";
    private static final String CHECK = "check ";
    private static final List<String> HEADER = List.of("record_id", "known", "encoding");

    private EncodedFile() {}

    public static void write(EncodedPeople people, Path file) {
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(Files.newBufferedWriter(file))) {
            csv.writeComment(HASH + people.schema().hash());
            csv.writeComment(CHECK + people.checkValue());
            people.schema().text().lines().forEach(line -> csv.writeComment(SCHEMA + line));
            csv.writeRecord(HEADER);
            for (int i = 0; i < people.size(); i++) {
                var bytes = ByteBuffer.allocate(people.schema().encodedBits() / Byte.SIZE);
                bytes.asLongBuffer().put(people.filter(i));
                csv.writeRecord(
                        people.id(i),
                        Integer.toHexString(people.known(i)),
                        Base64.getEncoder().encodeToString(bytes.array()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The encoded file cannot be written: " + file, e);
        }
    }

    /** @throws InvalidEncoding if it is no encoded file, or was changed */
    public static EncodedPeople read(Path file) {
        var name = String.valueOf(file.getFileName());
        try (var csv = CsvReader.builder().commentStrategy(CommentStrategy.READ).ofCsvRecord(file)) {
            return read(name, csv);
        } catch (CsvParseException e) {
            throw new InvalidEncoding(name, "is no CSV file that can be read");
        } catch (IOException e) {
            throw new UncheckedIOException("The encoded file cannot be read: " + file, e);
        }
    }

    private static EncodedPeople read(String name, CsvReader<CsvRecord> csv) {
        var schemaLines = new ArrayList<String>();
        var hash = "";
        var check = "";
        var rows = csv.iterator();
        while (rows.hasNext()) {
            var row = rows.next();
            if (!row.isComment()) {
                if (!row.getFields().equals(HEADER)) {
                    break;
                }
                var schema = schema(name, schemaLines, hash);
                return new EncodedPeople(schema, check(name, check), rows(name, rows, schema));
            }
            var comment = row.getField(0);
            if (comment.startsWith(SCHEMA)) {
                schemaLines.add(comment.substring(1));
            } else if (comment.startsWith(HASH)) {
                hash = comment.substring(HASH.length());
            } else if (comment.startsWith(CHECK)) {
                check = comment.substring(CHECK.length());
            }
        }
        throw new InvalidEncoding(name, "is no encoded file");
    }

    private static EncodingSchema schema(String name, List<String> lines, String hash) {
        var schema = EncodingSchema.parse(String.join("\n", lines));
        if (!schema.hash().equals(hash)) {
            throw new InvalidEncoding(name, "carries a schema that was changed after the encoding");
        }
        return schema;
    }

    private static String check(String name, String value) {
        if (!value.matches("[0-9a-f]{32}")) {
            throw new InvalidEncoding(name, "carries no check value of its secret");
        }
        return value;
    }

    private static List<EncodedPeople.Row> rows(String name, Iterator<CsvRecord> rows, EncodingSchema schema) {
        var read = new ArrayList<EncodedPeople.Row>();
        while (rows.hasNext()) {
            read.add(row(name, rows.next(), schema));
        }
        return read;
    }

    private static EncodedPeople.Row row(String name, CsvRecord row, EncodingSchema schema) {
        var key = name + ", line " + row.getStartingLineNumber();
        if (row.getFieldCount() != HEADER.size()) {
            throw new InvalidEncoding(key, "has an id, the features known and an encoding");
        }
        try {
            var bytes = Base64.getDecoder().decode(row.getField(2));
            if (bytes.length * Byte.SIZE != schema.encodedBits()) {
                throw new InvalidEncoding(
                        key, "has " + bytes.length * Byte.SIZE + " bits, the schema " + schema.encodedBits());
            }
            var filter = new long[bytes.length / Long.BYTES];
            ByteBuffer.wrap(bytes).asLongBuffer().get(filter);
            int known = Integer.parseInt(row.getField(1), 16);
            if (known < 0 || known > schema.everyFeature()) {
                throw new InvalidEncoding(key, "knows features that the schema has not");
            }
            return new EncodedPeople.Row(row.getField(0), new Encoding(known, filter));
        } catch (IllegalArgumentException e) {
            throw new InvalidEncoding(key, "is no encoding");
        }
    }
}
