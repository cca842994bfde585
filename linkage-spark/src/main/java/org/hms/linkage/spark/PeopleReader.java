package org.hms.linkage.spark;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.hms.matching.batch.ColumnMapping;
import org.hms.matching.batch.PersonFile;
import org.hms.matching.batch.Progress;
import org.hms.matching.block.ComparablePersonCodec;
import org.hms.matching.table.PersonTable;

/**
 * Makes comparable people of rows by the very reader that one machine uses: a chunk of rows is handed to it as a small file
 * of its own, so that no cell is understood otherwise here than there.
 */
final class PeopleReader implements MapPartitionsFunction<Row, Row> {
    /** A record, its blocking keys and the comparable person in binary form. */
    static final StructType PEOPLE = new StructType()
            .add("id", DataTypes.StringType, false)
            .add("keys", DataTypes.createArrayType(DataTypes.LongType, false), false)
            .add("person", DataTypes.BinaryType, false);

    private static final long serialVersionUID = 1L;
    private static final int ROWS_AT_ONCE = 20_000;

    private final String mapping;
    private final SharedModel model;
    private final LongAccumulator rowsWithoutId;

    /** @param mapping the column mapping's YAML */
    PeopleReader(String mapping, SharedModel model, LongAccumulator rowsWithoutId) {
        this.mapping = mapping;
        this.model = model;
        this.rowsWithoutId = rowsWithoutId;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return Stream.generate(() -> rows)
                .takeWhile(Iterator::hasNext)
                .map(PeopleReader::next)
                .flatMap(this::people)
                .iterator();
    }

    private static List<Row> next(Iterator<Row> rows) {
        var chunk = new ArrayList<Row>(ROWS_AT_ONCE);
        while (rows.hasNext() && chunk.size() < ROWS_AT_ONCE) {
            chunk.add(rows.next());
        }
        return chunk;
    }

    private Stream<Row> people(List<Row> rows) {
        var table = read(rows);
        rowsWithoutId.add(table.rowsWithoutId());
        return IntStream.range(0, table.size()).mapToObj(i -> {
            var person = table.person(i);
            return RowFactory.create(
                    table.ids().get(i),
                    BlockKey.all(model.model().blockingRules(), person),
                    ComparablePersonCodec.encode(person));
        });
    }

    private PersonTable read(List<Row> rows) {
        try {
            var folder = Files.createTempDirectory("linkage");
            var file = folder.resolve("rows.csv");
            var columns = folder.resolve("columns.yml");
            try {
                write(rows, file);
                Files.writeString(columns, mapping);
                var own = ColumnMapping.read(columns);
                var plain =
                        new ColumnMapping(own.id(), own.columns(), ',', StandardCharsets.UTF_8, own.missing(), false);
                return PersonFile.read(List.of(file), plain, Progress.NONE);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(columns);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Rows cannot be handed over through the folder for temporary files", e);
        }
    }

    private static void write(List<Row> rows, Path file) throws IOException {
        try (var csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(rows.getFirst().schema().fieldNames());
            for (var row : rows) {
                csv.writeRecord(IntStream.range(0, row.size())
                        .mapToObj(i -> row.isNullAt(i) ? "" : row.getString(i))
                        .toList());
            }
        }
    }
}
