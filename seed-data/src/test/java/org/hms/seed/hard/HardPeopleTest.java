package org.hms.seed.hard;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hms.seed.people.Ages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardPeopleTest {

    private static final long SEED = 7;
    private static final int RECORDS = 20_000;

    @TempDir
    private static Path folder;

    private static List<NamedCsvRecord> rows = List.of();
    private static Map<String, String> persons = Map.of();
    private static Map<String, List<NamedCsvRecord>> byPerson = Map.of();

    @BeforeAll
    static void write() throws IOException {
        HardPeople.write(SEED, RECORDS, folder);
        rows = read(folder.resolve("people.csv"));
        persons = read(folder.resolve("truth.csv")).stream()
                .collect(Collectors.toMap(row -> row.getField("record_id"), row -> row.getField("person_id")));
        byPerson = rows.stream().collect(groupingBy(row -> persons.getOrDefault(row.getField("rec_id"), "")));
    }

    @Test
    void theSameSeedWritesTheSameFiles(@TempDir Path again) throws IOException {
        HardPeople.write(SEED, RECORDS, again);

        for (var file : List.of("people.csv", "truth.csv", "columns.yml")) {
            assertThat(again.resolve(file)).hasSameBinaryContentAs(folder.resolve(file));
        }
    }

    @Test
    void anotherSeedWritesOtherPeople(@TempDir Path other) throws IOException {
        HardPeople.write(SEED + 1, 1_000, other);

        assertThat(read(other.resolve("people.csv")))
                .hasSize(1_000)
                .extracting(row -> row.getField("cedula"))
                .filteredOn(cedula -> cedula.length() == 8)
                .isNotEmpty()
                .doesNotContainSequence(rows.stream()
                        .limit(5)
                        .map(row -> row.getField("cedula"))
                        .toList());
    }

    @Test
    void theTruthHasEveryRecordOnce() {
        assertThat(rows)
                .hasSize(RECORDS)
                .extracting(row -> row.getField("rec_id"))
                .doesNotHaveDuplicates();
        assertThat(persons.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(row -> row.getField("rec_id")).toList());
    }

    @Test
    void onlyTheFilesThatWereAskedForAreLeft() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("people.csv", "truth.csv", "columns.yml");
        }
    }

    @Test
    void aPersonHasOneToTwentyRecordsAndMostHaveOne() {
        assertThat(byPerson.values()).allSatisfy(records -> assertThat(records).hasSizeBetween(1, RecordCount.MOST));
        assertThat(share(byPerson.values(), records -> records.size() == 1)).isCloseTo(0.65, within(0.03));
        assertThat(byPerson.values()).anySatisfy(records -> assertThat(records).hasSizeGreaterThan(15));
        assertThat((double) RECORDS / byPerson.size()).isCloseTo(1.55, within(0.1));
    }

    @Test
    void fieldsAreMissingAsOftenAsInHardRegisters() {
        assertThat(share(rows, empty("cedula"))).isBetween(0.15, 0.25);
        assertThat(share(rows, empty("second_surname"))).isBetween(0.06, 0.13);
        assertThat(share(rows, empty("birth_date"))).isBetween(0.01, 0.04);
        assertThat(share(rows, empty("mother_name"))).isBetween(0.2, 0.35);
        assertThat(share(rows, empty("first_surname"))).isBetween(0.001, 0.01);
    }

    @Test
    void hardlyAnyRecordIsLeftWithoutIdentity() {
        var nothingButAName = empty("birth_date").and(empty("cedula")).and(empty("second_surname"));

        assertThat(share(rows, nothingButAName)).isLessThan(0.005);
    }

    @Test
    void recordsOfOnePersonLieApart() {
        var beside = 0;
        for (int i = 1; i < rows.size(); i++) {
            var one = persons.get(rows.get(i - 1).getField("rec_id"));
            var other = persons.get(rows.get(i).getField("rec_id"));
            beside += Objects.equals(one, other) ? 1 : 0;
        }

        assertThat(beside).isLessThan(30);
    }

    @Test
    void nobodyIsBornInTheFuture() {
        assertThat(rows)
                .extracting(row -> row.getField("birth_date"))
                .allSatisfy(date -> assertThat(date).isLessThanOrEqualTo(Ages.TODAY.toString()));
    }

    @Test
    void aCedulaIsSharedByDifferentPersonsNowAndThen() {
        var shared = rows.stream()
                .filter(row -> row.getField("cedula").length() == 8)
                .collect(groupingBy(row -> row.getField("cedula")))
                .values()
                .stream()
                .filter(records -> records.stream()
                                .map(row -> persons.get(row.getField("rec_id")))
                                .distinct()
                                .count()
                        > 1)
                .count();

        assertThat(shared).isBetween(RECORDS / 100L, RECORDS / 10L);
    }

    @Test
    void thereIsNoFileWithoutRecords() {
        assertThatThrownBy(() -> HardPeople.write(SEED, 0, folder)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HardPeople.write(SEED, HardPeople.MOST_RECORDS + 1, folder))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyFaultIsPossible() {
        assertThat(Arrays.stream(Fault.values()).mapToDouble(Fault::rate))
                .allSatisfy(rate -> assertThat(rate).isStrictlyBetween(0.0, 1.0));
    }

    private static Predicate<NamedCsvRecord> empty(String column) {
        return row -> row.getField(column).isEmpty();
    }

    private static <T> double share(Collection<T> all, Predicate<? super T> which) {
        return (double) all.stream().filter(which).count() / all.size();
    }

    private static List<NamedCsvRecord> read(Path file) throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }
}
