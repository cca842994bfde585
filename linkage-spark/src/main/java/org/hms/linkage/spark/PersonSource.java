package org.hms.linkage.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.hms.matching.batch.ColumnMapping;
import org.jspecify.annotations.Nullable;

/** Where the people come from; each gives rows of text with the columns of the mapping and no others. */
sealed interface PersonSource {

    Dataset<Row> rows(SparkSession spark, ColumnMapping mapping);

    /** Files or folders of one format: csv, parquet, json or orc. Each is read by its own header or schema. */
    record Files(List<String> paths, String format, boolean multiLine) implements PersonSource {
        public Files {
            paths = List.copyOf(paths);
        }

        @Override
        public Dataset<Row> rows(SparkSession spark, ColumnMapping mapping) {
            return paths.stream()
                    .map(path -> columns(
                            spark.read()
                                    .format(format)
                                    .options(format.equals("csv") ? csv(spark, path, mapping) : Map.of())
                                    .load(path),
                            mapping))
                    .reduce(Dataset::union)
                    .orElseThrow(() -> new IllegalArgumentException("No file is named"));
        }

        private Map<String, String> csv(SparkSession spark, String path, ColumnMapping mapping) {
            char separator = mapping.separator() == 0 ? separatorOf(spark, path) : mapping.separator();
            return Map.of(
                    "header",
                    "true",
                    "enforceSchema",
                    "false",
                    "escape",
                    "\"",
                    "sep",
                    String.valueOf(separator),
                    "encoding",
                    mapping.encoding().name(),
                    "multiLine",
                    String.valueOf(multiLine));
        }

        /** The separator that the header line has most of, the first of these where it has none. */
        private static char separatorOf(SparkSession spark, String path) {
            var lines = spark.read().textFile(path).takeAsList(1);
            var header = lines.isEmpty() ? "" : lines.getFirst();
            char best = ',';
            for (char candidate : ",;\t|".toCharArray()) {
                best = count(header, candidate) > count(header, best) ? candidate : best;
            }
            return best;
        }

        private static long count(String text, char letter) {
            return text.chars().filter(c -> c == letter).count();
        }
    }

    /** A table or a query; the options are those of Spark's JDBC source: url, dbtable, user, partitionColumn and others. */
    record Jdbc(Map<String, String> options) implements PersonSource {
        public Jdbc {
            options = Map.copyOf(options);
        }

        @Override
        public Dataset<Row> rows(SparkSession spark, ColumnMapping mapping) {
            return columns(spark.read().format("jdbc").options(options).load(), mapping);
        }

        /** A connection holds a password, which is shown to nobody. */
        @Override
        public String toString() {
            return "Jdbc["
                    + String.join(", ", options.keySet().stream().sorted().toList()) + "]";
        }
    }

    private static Dataset<Row> columns(Dataset<Row> all, ColumnMapping mapping) {
        var formats = new HashMap<String, @Nullable String>();
        mapping.columns().forEach(column -> formats.put(column.header(), column.format()));
        var columns = new ArrayList<Column>();
        Stream.concat(Stream.of(mapping.id()), mapping.columns().stream().map(column -> column.header()))
                .distinct()
                .forEach(header -> columns.add(text(all, header, formats.get(header))));
        return all.select(columns.toArray(Column[]::new));
    }

    /** A column as text; a date that is no text is written as the mapping says that dates are written. */
    private static Column text(Dataset<Row> all, String header, @Nullable String format) {
        var field = Arrays.stream(all.schema().fields())
                .filter(candidate -> candidate.name().strip().equals(header))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("columns, " + header + ": is no column of the source"));
        var column = all.col("`" + field.name().replace("`", "``") + "`");
        boolean date = field.dataType().equals(DataTypes.DateType)
                || field.dataType().equals(DataTypes.TimestampType)
                || field.dataType().equals(DataTypes.TimestampNTZType);
        var text = date && format != null ? functions.date_format(column, format) : column.cast(DataTypes.StringType);
        return text.as(header);
    }
}
