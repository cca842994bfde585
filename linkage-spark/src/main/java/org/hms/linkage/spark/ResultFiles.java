package org.hms.linkage.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hms.matching.score.MatchModel;

/** Writes the result as the registry's own command does: each CSV file as one, or as a folder of parts. */
final class ResultFiles {
    private static final StructType PAIRS = new StructType()
            .add("left", DataTypes.StringType)
            .add("right", DataTypes.StringType)
            .add("weight", DataTypes.StringType)
            .add("probability", DataTypes.StringType);

    private final Path out;
    private final FileSystem files;
    private final boolean inParts;

    ResultFiles(SparkSession spark, String out, boolean inParts) {
        this.inParts = inParts;
        try {
            this.out = new Path(out);
            files = this.out.getFileSystem(spark.sparkContext().hadoopConfiguration());
            files.setWriteChecksum(false);
            files.mkdirs(this.out);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for the results cannot be made: " + out, e);
        }
    }

    /** Where the stages hand on their work. */
    String work() {
        return new Path(out, "work").toString();
    }

    void removeWork() {
        try {
            files.delete(new Path(out, "work"), true);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the work, which holds people's data, stays: " + work(), e);
        }
    }

    void write(SparkDeduplication.Result result, MatchModel model) {
        try {
            csv("clusters.csv", result.clusters(), "record_id");
            csv("pairs.csv", pairs(result.pairs()), "left", "right");
            csv("unreached.csv", result.unreached(), "record_id");
            text("model.yml", model.text());
            text(
                    "report.json",
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(result.report()));
        } catch (IOException e) {
            throw new UncheckedIOException("The results cannot be written to " + out, e);
        }
    }

    private static Dataset<Row> pairs(Dataset<Row> pairs) {
        return pairs.select("leftId", "rightId", "weight")
                .map(
                        (MapFunction<Row, Row>) pair -> RowFactory.create(
                                pair.getString(0),
                                pair.getString(1),
                                decimal(pair.getDouble(2), 4),
                                decimal(1 / (1 + Math.pow(2, -pair.getDouble(2))), 8)),
                        Encoders.row(PAIRS));
    }

    /** With so many digits behind the point, half a unit of the last one away from zero, as on one machine. */
    static String decimal(double value, int digits) {
        long scaled = Math.round(Math.abs(value) * Math.pow(10, digits));
        return BigDecimal.valueOf(value < 0 ? -scaled : scaled, digits).toPlainString();
    }

    private void csv(String name, Dataset<Row> rows, String first, String... next) throws IOException {
        var file = new Path(out, name);
        files.delete(file, true);
        if (inParts) {
            write(rows, file);
            return;
        }
        var folder = new Path(out, name + ".parts");
        write(rows.repartition(1).sortWithinPartitions(first, next), folder);
        for (var part : files.globStatus(new Path(folder, "part-*"))) {
            files.rename(part.getPath(), file);
        }
        files.delete(folder, true);
    }

    private static void write(Dataset<Row> rows, Path folder) {
        rows.write()
                .mode("overwrite")
                .option("header", "true")
                .option("escape", "\"")
                .csv(folder.toString());
    }

    private void text(String name, String text) throws IOException {
        try (var file = files.create(new Path(out, name), true)) {
            file.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
