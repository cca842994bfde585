package org.hms.matching.batch;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hms.matching.table.PersonTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CsvSlicesTest {
    private static final List<String> CELLS = List.of(
            "Ana",
            "",
            "\"Vera, Rojas\"",
            "\"a \"\"nick\"\" b\"",
            "\"two\nlines\"",
            "\"two\r\nlines\r\n\"",
            "\"\"",
            "Ñandutí",
            "O\"Higgins",
            "5\" 6\" 7\"",
            "\"\n\"",
            "\"ends in a quote\"\"\"");

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void slicesOfAnySizeHoldTheRowsOfTheWhole(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var end = random.nextBoolean() ? "\r\n" : "\n";
        var text = new StringBuilder();
        for (int row = 0; row < 40; row++) {
            text.append(row == 0 ? "" : end).append('r').append(row);
            for (int cell = random.nextInt(4); cell > 0; cell--) {
                text.append(',').append(CELLS.get(random.nextInt(CELLS.size())));
            }
        }
        var file = Files.writeString(folder.resolve("rows.csv"), text.append(random.nextBoolean() ? end : ""));
        var whole = rows(file, new CsvSlices.Slice(0, Files.size(file)));

        for (long size : new long[] {1, 2, 7, 64, random.nextInt(1, 900), 1 << 20}) {
            var slices = CsvSlices.of(file, ',', size);

            assertThat(slices.stream()
                            .flatMap(slice -> rows(file, slice).stream())
                            .toList())
                    .as("slices of %s bytes", size)
                    .isEqualTo(whole);
            assertThat(slices.getFirst().from()).isZero();
            assertThat(slices.getLast().to()).isEqualTo(Files.size(file));
            for (int i = 1; i < slices.size(); i++) {
                assertThat(slices.get(i).from()).isEqualTo(slices.get(i - 1).to());
            }
        }
    }

    @Test
    void anEmptyFileHasNoSlices() throws IOException {
        assertThat(CsvSlices.of(Files.createFile(folder.resolve("empty.csv")), ',', 10))
                .isEmpty();
    }

    /** A file in UTF-16 is never divided, so it is the measure. */
    @Test
    void aFileOfSeveralSlicesIsReadAsOneOfASingleSlice() throws IOException {
        var random = new SplittableRandom(4);
        var text = new StringBuilder("id,given,note,birth\n");
        for (int row = 0; row < 24_000; row++) {
            text.append(row)
                    .append(',')
                    .append(row % 7 == 0 ? "\"Ana\nMaría\"" : "Luis " + random.nextInt(50))
                    .append(",\"")
                    .append("long, \"\"quoted\"\"\n".repeat(random.nextInt(50)))
                    .append("\",19")
                    .append(random.nextInt(10, 99))
                    .append(random.nextBoolean() ? "\r\n" : "\n");
        }
        var divided = Files.writeString(folder.resolve("utf-8.csv"), text);
        var whole = Files.writeString(folder.resolve("utf-16.csv"), text, StandardCharsets.UTF_16);
        var columns = "id: id\ncolumns: {given: {as: givenName}, birth: {as: birthYear}}\n";

        assertThat(CsvSlices.of(divided, ',', 4L << 20)).hasSizeGreaterThan(1);
        var expected = read(columns + "encoding: UTF-16\n", whole);
        var table = read(columns, divided);

        assertThat(table.size()).isEqualTo(24_000);
        assertThat(IntStream.range(0, table.size()).mapToObj(table.ids()::get))
                .containsExactlyElementsOf(IntStream.range(0, table.size())
                        .mapToObj(expected.ids()::get)
                        .toList());
        assertThat(IntStream.range(0, table.size())
                        .allMatch(i -> table.person(i).equals(expected.person(i))))
                .isTrue();
    }

    private PersonTable read(String columns, Path file) throws IOException {
        var mapping = ColumnMapping.read(Files.writeString(folder.resolve("columns.yml"), columns));
        return PersonFile.read(List.of(file), mapping, Progress.NONE);
    }

    private static List<List<String>> rows(Path file, CsvSlices.Slice slice) {
        var rows = new ArrayList<List<String>>();
        try (var in = CsvSlices.open(file, slice);
                var csv = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(in, StandardCharsets.UTF_8)) {
            for (CsvRecord row : csv) {
                rows.add(row.getFields());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
