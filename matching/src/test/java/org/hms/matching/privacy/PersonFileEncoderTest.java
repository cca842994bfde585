package org.hms.matching.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hms.matching.batch.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PersonFileEncoderTest {
    private static final EncodingSchema SHIPPED = EncodingSchema.shipped();
    private static final EncodingSchema QUIET =
            EncodingSchema.parse(SHIPPED.text().replace("probability: 0.05", "probability: 0.0"));

    @TempDir
    private Path folder;

    @Test
    void theSamePeopleInAnyOrderGiveTheSameFile() throws IOException {
        var rows = List.of("1,Ana María,Núñez,19800307,Luque", "2,José,Giménez,19751231,Areguá", "3,Ña,Chive,,");
        write(SHIPPED, rows, "first.csv");
        write(SHIPPED, rows.reversed(), "second.csv");

        assertThat(folder.resolve("first.csv")).hasSameTextualContentAs(folder.resolve("second.csv"));
    }

    @Test
    void aFileReadAgainIsWhatWasWritten() throws IOException {
        var people = people(SHIPPED, "a;b,Ana,Núñez,19800307,Luque", "\"#2,\"\"x\"\"\",José,Giménez,,");
        EncodedFile.write(people, folder.resolve("encoded.csv"));
        var read = EncodedFile.read(folder.resolve("encoded.csv"));

        assertThat(read.size()).isEqualTo(2);
        assertThat(read.schema().hash()).isEqualTo(SHIPPED.hash());
        assertThat(read.checkValue()).isEqualTo(people.checkValue());
        for (int i = 0; i < 2; i++) {
            assertThat(read.id(i)).isEqualTo(people.id(i));
            assertThat(read.known(i)).isEqualTo(people.known(i));
            assertThat(read.filter(i)).isEqualTo(people.filter(i));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void diceIsSymmetricWithinItsBoundsAndOneForEqualFilters(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var rows = IntStream.range(0, 40)
                .mapToObj(i -> i + "," + word(random) + "," + word(random) + ",19" + random.nextInt(10, 99) + "0101,"
                        + word(random))
                .toList();
        var people = PersonRows.encoded(folder, QUIET, PersonRows.SECRET, rows);
        for (int i = 0; i < people.size(); i++) {
            assertThat(people.dice(i, people, i)).isEqualTo(1);
            for (int j = 0; j < i; j++) {
                assertThat(people.dice(i, people, j))
                        .isEqualTo(people.dice(j, people, i))
                        .isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void spellingCaseAndAccentsChangeNothingAndSwappedNamesLittle() throws IOException {
        var people = people(
                QUIET,
                "1,Ramón,Núñez,19800307,Luque",
                "2, ramon ,NUNEZ,19800307,luque",
                "3,Núñez,Ramón,19800307,Luque",
                "4,Blas,Ocampos,19630919,Itá");

        assertThat(people.dice(0, people, 1)).isEqualTo(1);
        assertThat(people.dice(0, people, 2)).isGreaterThan(people.dice(0, people, 3) + 0.2);
    }

    @Test
    void doubleHashingAndIndependentPositionsAreTwoSchemasOfOneKind() throws IOException {
        var twice = EncodingSchema.parse(QUIET.text().replace("hashing: independent", "hashing: double"));
        var rows = List.of("1,Ramón,Núñez,19800307,Luque", "2,Román,Núñez,19800307,Luque");
        var independent = PersonRows.encoded(folder, QUIET, PersonRows.SECRET, rows);
        var doubled = PersonRows.encoded(folder, twice, PersonRows.SECRET, rows);

        assertThat(doubled.filter(0)).isNotEqualTo(independent.filter(0));
        assertThat(doubled.dice(0, doubled, 1)).isCloseTo(independent.dice(0, independent, 1), within(0.06));
    }

    @Test
    void anotherSecretMakesOtherFilters() throws IOException {
        var rows = List.of("1,Ramón,Núñez,19800307,Luque");
        var other = Secret.of("another secret altogether".getBytes(StandardCharsets.UTF_8));
        var ours = PersonRows.encoded(folder, QUIET, PersonRows.SECRET, rows);
        var theirs = PersonRows.encoded(folder, QUIET, other, rows);

        assertThat(ours.dice(0, theirs, 0)).isLessThan(0.7);
        assertThat(ours.checkValue()).isNotEqualTo(theirs.checkValue());
    }

    @Test
    void saltedNamesOfTwoYearsHaveNextToNothingInCommon() throws IOException {
        var salted = EncodingSchema.parse(
                QUIET.text().replace("tokens: bigrams, bits: ", "tokens: bigrams, salt: birth_year, bits: "));
        var rows = List.of("1,Ramón,Núñez,19800307,", "2,Ramón,Núñez,19810307,", "3,Ramon,Nuñez,19800411,");
        var plain = PersonRows.encoded(folder, QUIET, PersonRows.SECRET, rows);
        var people = PersonRows.encoded(folder, salted, PersonRows.SECRET, rows);

        assertThat(people.dice(0, people, 1)).isLessThan(plain.dice(0, plain, 1) - 0.2);
        assertThat(people.dice(0, people, 2)).isCloseTo(plain.dice(0, plain, 2), within(0.06));
    }

    @Test
    void theMaskTellsWhatIsMissingOnlyWhereTheSchemaSaysSo() throws IOException {
        var hidden = EncodingSchema.parse(QUIET.text().replace("missing: shown", "missing: hidden"));
        var row = List.of("1,Ramón,,,Luque");
        int shown = PersonRows.encoded(folder, QUIET, PersonRows.SECRET, row).known(0);

        assertThat(Integer.bitCount(shown)).isEqualTo(3);
        assertThat(PersonRows.encoded(folder, hidden, PersonRows.SECRET, row).known(0))
                .isEqualTo(
                        PersonRows.encoded(folder, hidden, PersonRows.SECRET, List.of("1,Ramón,Núñez,19800307,Luque"))
                                .known(0));
    }

    @Test
    void aRowWithoutANameIsWithheldAndOneWithoutAnIdCounted() throws IOException {
        var file = folder.resolve("some.csv");
        Files.writeString(file, "id,given,family,birth,town\n1,,NULL,19800307,Luque\n,Ana,Vera,,\n3,Ana,Vera,,\n");
        var encoded = PersonFileEncoder.encode(
                List.of(file),
                PersonRows.mapping(folder, PersonRows.COLUMNS),
                SHIPPED,
                PersonRows.SECRET,
                Progress.NONE);

        assertThat(encoded.people().size()).isOne();
        assertThat(encoded.withheld()).isOne();
        assertThat(encoded.withoutId()).isOne();
    }

    @Test
    void columnsOfShortFieldsOnlyAndColumnsThatAreNotThereAreRefused() throws IOException {
        var file = Files.writeString(folder.resolve("some.csv"), "id,given,birth\n1,Ana,19800307\n");
        var dates = PersonRows.mapping(folder, "id: id\ncolumns:\n  birth: {as: birthDate}\n");
        assertThatThrownBy(
                        () -> PersonFileEncoder.encode(List.of(file), dates, SHIPPED, PersonRows.SECRET, Progress.NONE))
                .isInstanceOf(InvalidEncoding.class)
                .hasMessageContaining("short fields only");

        var absent = PersonRows.mapping(folder, "id: id\ncolumns:\n  surname: {as: familyName}\n");
        assertThatThrownBy(() ->
                        PersonFileEncoder.encode(List.of(file), absent, SHIPPED, PersonRows.SECRET, Progress.NONE))
                .isInstanceOf(InvalidEncoding.class)
                .hasMessageContaining("surname");
    }

    @Test
    void twoRecordsOfOneIdAreRefused() {
        assertThatThrownBy(() -> people(SHIPPED, "1,Ana,Vera,,", "1,Eva,Vera,,"))
                .isInstanceOf(InvalidEncoding.class)
                .hasMessageContaining("one id");
    }

    @Test
    void aFileOfOtherLengthsOrWithAChangedSchemaIsRefused() throws IOException {
        var file = folder.resolve("encoded.csv");
        EncodedFile.write(people(SHIPPED, "1,Ana,Vera,,"), file);
        var text = Files.readString(file);

        Files.writeString(file, text.stripTrailing().replaceAll("[^,]{44}$", "") + "\n");
        assertThatThrownBy(() -> EncodedFile.read(file)).isInstanceOf(InvalidEncoding.class);
        Files.writeString(file, text.replace("margin: 0.0", "margin: 0.1"));
        assertThatThrownBy(() -> EncodedFile.read(file))
                .isInstanceOf(InvalidEncoding.class)
                .hasMessageContaining("changed");
        Files.writeString(file, text.replaceAll("#check .*\n", ""));
        assertThatThrownBy(() -> EncodedFile.read(file))
                .isInstanceOf(InvalidEncoding.class)
                .hasMessageContaining("check value");
        Files.writeString(file, text.replaceAll(",[^,\n]*\n$", ",AAAAAAAAAAA=\n"));
        assertThatThrownBy(() -> EncodedFile.read(file))
                .isInstanceOf(InvalidEncoding.class)
                .hasMessageContaining("64 bits, the schema 1024");
        Files.writeString(file, "id,name\n1,Ana\n");
        assertThatThrownBy(() -> EncodedFile.read(file))
                .isInstanceOf(InvalidEncoding.class)
                .hasMessageContaining("no encoded file");
    }

    private EncodedPeople people(EncodingSchema schema, String... rows) throws IOException {
        return PersonRows.encoded(folder, schema, PersonRows.SECRET, List.of(rows));
    }

    private void write(EncodingSchema schema, List<String> rows, String name) throws IOException {
        EncodedFile.write(PersonRows.encoded(folder, schema, PersonRows.SECRET, rows), folder.resolve(name));
    }

    private static String word(SplittableRandom random) {
        return random.ints(random.nextInt(3, 9), 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
