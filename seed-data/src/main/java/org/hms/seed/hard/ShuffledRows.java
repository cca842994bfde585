package org.hms.seed.hard;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Shuffles any number of rows through files beside the result, each small enough to be shuffled in memory. Ids are given
 * after shuffling, so that they tell nothing.
 */
final class ShuffledRows implements AutoCloseable {

    private static final int ROWS_IN_A_PART = 250_000;

    private final List<Path> parts = new ArrayList<>();
    private final List<BufferedWriter> writers = new ArrayList<>();
    private final SplittableRandom random;

    ShuffledRows(Path folder, int rows, SplittableRandom random) throws IOException {
        this.random = random;
        for (int i = 0; i <= rows / ROWS_IN_A_PART; i++) {
            parts.add(folder.resolve("people.csv.part" + i));
            writers.add(Files.newBufferedWriter(parts.getLast()));
        }
    }

    void add(long person, Row row) throws IOException {
        writers.get(random.nextInt(writers.size())).append("P" + person + "\t" + row.toCsv() + "\n");
    }

    void writeTo(Path people, Path truth) throws IOException {
        close();
        var order = new Random(random.nextLong());
        var number = 0;
        try (var rows = Files.newBufferedWriter(people);
                var persons = Files.newBufferedWriter(truth)) {
            rows.write(Row.HEADER + "\n");
            persons.write("record_id,person_id\n");
            for (var part : parts) {
                var lines = Files.readAllLines(part);
                Collections.shuffle(lines, order);
                for (var line : lines) {
                    var id = "R" + (100_000_000 + ++number);
                    var tab = line.indexOf('\t');
                    rows.append(id)
                            .append(',')
                            .append(line, tab + 1, line.length())
                            .append('\n');
                    persons.append(id).append(',').append(line, 0, tab).append('\n');
                }
                Files.delete(part);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (var writer : writers) {
            writer.close();
        }
    }
}
