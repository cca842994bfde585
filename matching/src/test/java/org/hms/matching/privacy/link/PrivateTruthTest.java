package org.hms.matching.privacy.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hms.matching.batch.Progress;
import org.hms.matching.privacy.EncodedPeople;
import org.hms.matching.privacy.EncodingSchema;
import org.hms.matching.privacy.PersonFileEncoder;
import org.hms.matching.privacy.PersonRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Private linkage of public files of known truth, under the shipped schema and with each hardening; floors only rise. */
final class PrivateTruthTest {
    private static final Path SETS = Path.of("../../shared/data/linkage");
    private static final String FEBRL = """
            id: rec_id
            columns:
              given_name:    {as: givenName}
              surname:       {as: familyName}
              date_of_birth: {as: birthDate, format: yyyyMMdd}
              suburb:        {as: place}
              state:         {as: place}
            """;
    private static final String PARTIES = """
            id: id
            columns:
              givenname: {as: givenName}
              surname:   {as: familyName}
              dob:       {as: birthDate, format: dd-MM-yyyy}
              gender:    {as: sex}
              city:      {as: place}
            """;
    private static final int PARTY_COUNT = 5;
    private static final int SHIPPED_STEPS = EncodingSchema.shipped().text().indexOf("hardening:");
    private static final int AFTER_STEPS = EncodingSchema.shipped().text().indexOf("blocking:");

    /** What was measured, a line for each; docs/private-linkage.md has it from there. */
    private static final Path FIGURES = Path.of("target/private-linkage.txt");

    @TempDir
    private Path folder;

    private record Counts(long right, long linked, long actual) {
        Counts plus(Counts other) {
            return new Counts(right + other.right, linked + other.linked, actual + other.actual);
        }

        double f1() {
            return 2.0 * right / (linked + actual);
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "F1 %.4f, precision %.4f, recall %.4f (%d of %d links right, %d to be found)",
                    f1(),
                    (double) right / linked,
                    (double) right / actual,
                    right,
                    linked,
                    actual);
        }
    }

    @Test
    void febrlsFourthSetIsLinkedByTheShippedSchema() throws IOException {
        assertFloor("FEBRL4", 0.993, febrl(EncodingSchema.shipped()));
    }

    @Test
    void febrlsFourthSetIsLinkedBySamplesToo() throws IOException {
        var sampled = EncodingSchema.shipped().text().replace("exhaustive_to: 3.0e9", "exhaustive_to: 0.0");
        assertFloor("FEBRL4 by samples", 0.97, febrl(EncodingSchema.parse(sampled)));
    }

    @Test
    void thePairsOfFivePartiesAreLinkedByTheShippedSchema() throws IOException {
        assertFloor("five parties", 0.79, parties(EncodingSchema.shipped()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nothing                          |                                                           | .99 | .78
            balance                          | balance: {}                                               | .99 | .77
            permute                          | permute: {seed: 1}                                        | .99 | .77
            XOR-fold                         | xor_fold: {}                                              | .97 | .74
            randomised response .1           | randomised_response: {probability: 0.1, seed: 1}          | .98 | .75
            randomised response .2           | randomised_response: {probability: 0.2, seed: 1}          | .98 | .72
            rule 90                          | rule_90: {}                                               | .98 | .74
            rehash 8, 4, 2                   | rehash: {window: 8, step: 4, samples: 2}                  | .92 | .50
            rehash 16, 8, 4                  | rehash: {window: 16, step: 8, samples: 4}                 | .70 | .05
            balance, permute, XOR-fold       | balance: {}; permute: {seed: 1}; xor_fold: {}             | .98 | .75
            """)
    void eachHardeningCostsWhatTheGuideSays(String name, String steps, double febrl, double parties)
            throws IOException {
        var schema = hardened(steps == null ? "" : steps);
        assertFloor(name + ", FEBRL4", febrl, febrl(schema));
        assertFloor(name + ", five parties", parties, parties(schema));
    }

    @Test
    void namesSaltedByTheYearOfBirthCostWhatTheGuideSays() throws IOException {
        var salted = EncodingSchema.parse(EncodingSchema.shipped()
                .text()
                .replace("tokens: bigrams, bits: ", "tokens: bigrams, salt: birth_year, bits: "));
        assertFloor("salted by year, FEBRL4", 0.95, febrl(salted));
        assertFloor("salted by year, five parties", 0.57, parties(salted));
    }

    /** Even numbers are left in one file, odd ones in the other, and those below a number in both. */
    @ParameterizedTest
    @CsvSource({"0, 0", "30, 0.4", "100, 0.7", "500, 0.8"})
    void whereFewAreInBothFilesFewAreLinked(int inBoth, double recall) throws IOException {
        var left = cut("febrl/dataset4a.csv", 0, inBoth);
        var right = cut("febrl/dataset4b.csv", 1, inBoth);
        var counts = counts(left, right, FEBRL, EncodingSchema.shipped(), id -> id.split("-")[1]);

        write("FEBRL4 with " + inBoth + " in both", counts);
        assertThat(counts.linked() - counts.right()).as(counts.toString()).isLessThanOrEqualTo(2 + inBoth / 20);
        assertThat((double) counts.right()).as(counts.toString()).isGreaterThanOrEqualTo(recall * inBoth);
    }

    private Path cut(String name, int rest, int inBoth) throws IOException {
        var lines = Files.readAllLines(existing(name)).stream()
                .filter(line -> !line.startsWith("rec-") || number(line) < inBoth || number(line) % 2 == rest)
                .toList();
        return Files.write(folder.resolve(Path.of(name).getFileName()), lines);
    }

    private static int number(String line) {
        return Integer.parseInt(line.split("-")[1]);
    }

    private static EncodingSchema hardened(String steps) {
        var text = EncodingSchema.shipped().text();
        var list = steps.isEmpty()
                ? "hardening: []\n"
                : "hardening:\n  - " + String.join("\n  - ", steps.split("; ")) + "\n";
        return EncodingSchema.parse(text.substring(0, SHIPPED_STEPS) + list + text.substring(AFTER_STEPS));
    }

    private Counts febrl(EncodingSchema schema) throws IOException {
        return counts(
                existing("febrl/dataset4a.csv"),
                existing("febrl/dataset4b.csv"),
                FEBRL,
                schema,
                id -> id.split("-")[1]);
    }

    /** Each party with each other. */
    private Counts parties(EncodingSchema schema) throws IOException {
        var all = new Counts(0, 0, 0);
        for (int i = 1; i <= PARTY_COUNT; i++) {
            for (int j = i + 1; j <= PARTY_COUNT; j++) {
                var left = existing("anonlink/dataset-" + i + ".csv");
                all = all.plus(counts(left, existing("anonlink/dataset-" + j + ".csv"), PARTIES, schema, id -> id));
            }
        }
        return all;
    }

    private Counts counts(Path left, Path right, String columns, EncodingSchema schema, UnaryOperator<String> person)
            throws IOException {
        var links = new EncodedLinkage(Progress.NONE)
                .link(encoded(left, columns, schema), encoded(right, columns, schema))
                .links();
        long found = links.stream()
                .filter(link -> person.apply(link.left()).equals(person.apply(link.right())))
                .count();
        var both = persons(left, person);
        both.retainAll(persons(right, person));
        return new Counts(found, links.size(), both.size());
    }

    private EncodedPeople encoded(Path file, String columns, EncodingSchema schema) throws IOException {
        var mapping = PersonRows.mapping(folder, columns);
        return PersonFileEncoder.encode(List.of(file), mapping, schema, PersonRows.SECRET, Progress.NONE)
                .people();
    }

    private static Set<String> persons(Path file, UnaryOperator<String> person) throws IOException {
        var persons = new HashSet<String>();
        Files.readAllLines(file).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .forEach(line -> persons.add(person.apply(line.split(",")[0].strip())));
        return persons;
    }

    private static void assertFloor(String name, double floor, Counts counts) throws IOException {
        write(name, counts);
        assertThat(counts.f1()).as("%s: %s", name, counts.text()).isGreaterThanOrEqualTo(floor);
    }

    private static void write(String name, Counts counts) throws IOException {
        Files.writeString(
                FIGURES, name + ": " + counts.text() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Path existing(String name) {
        var path = SETS.resolve(name);
        assumeTrue(Files.exists(path), "The public truth sets are not beside this checkout: " + path);
        return path;
    }
}
