package org.hms.matching.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.hms.matching.normalise.ComparableDate;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.person.Identifier;
import org.hms.matching.person.Sex;
import org.hms.matching.table.PersonTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PersonFileTest {
    private static final String MAPPING = """
            id: rec_id
            columns:
              given_name:    {as: givenName}
              surname:       {as: familyName}
              date_of_birth: {as: birthDate, format: yyyyMMdd}
              sex:           {as: sex}
              soc_sec_id:    {as: identifier, system: ssn}
              suburb:        {as: place}
            """;
    private static final String HEADER = "rec_id, given_name, surname, date_of_birth, sex, soc_sec_id, suburb, unread";

    @TempDir
    private Path folder;

    private PersonTable read(String... rows) {
        var lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(rows));
        return Written.in(folder, MAPPING, lines).table();
    }

    @Test
    void eachColumnIsReadAsWhatTheMappingSaysItIs() {
        var person =
                read("r1, Ana María, Vera, 19900317, f, 123789, San Lorenzo, x").person(0);

        assertThat(person.names().getFirst().given().joined().plain()).isEqualTo("anamaria");
        assertThat(person.names().getFirst().family().first().plain()).isEqualTo("vera");
        assertThat(person.birthDate()).isEqualTo(new ComparableDate(1990, 3, 17));
        assertThat(person.demographics().sex()).isEqualTo(Sex.FEMALE);
        assertThat(person.identifiers()).containsExactly(new Identifier("ssn", "123789"));
        assertThat(person.attributes()).containsEntry("place-suburb", "san lorenzo");
    }

    @Test
    void whatIsMissingOrShortIsNotKnown() {
        var table = read("r1, , NULL, , , NA,", "r2, Ana", "r3, Ana, Vera, 19900317, f, 1, x, y, too, many");

        assertThat(table.size()).isEqualTo(3);
        assertThat(person(table, "r1").names()).isEmpty();
        assertThat(person(table, "r1").attributes()).isEmpty();
        assertThat(person(table, "r2").birthDate()).isNull();
    }

    @Test
    void aRowWithoutAnIdIsCountedAndLeftOut() {
        var table = read("r1, Ana, Vera", " , Luis, Paz");

        assertThat(ids(table)).containsExactly("r1");
        assertThat(table.rowsWithoutId()).isEqualTo(1);
    }

    @Test
    void twoRowsOfOneIdAreRefusedWithoutNamingIt() {
        assertThatThrownBy(() -> read("r1, Ana, Vera", "r1, Luis, Paz"))
                .isInstanceOf(InvalidColumns.class)
                .hasMessageContaining("rec_id")
                .hasMessageNotContaining("r1,");
    }

    @Test
    void theOrderOfTheRecordsDoesNotDependOnThatOfTheRows() {
        assertThat(ids(read("b, Ana, Vera", "c, Ana, Vera", "a, Ana, Vera")))
                .isEqualTo(ids(read("a, Ana, Vera", "b, Ana, Vera", "c, Ana, Vera")))
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void severalTelephonesOfOneCellAllCount() {
        var mapping = """
                id: rec_id
                columns:
                  tel: {as: phone}
                  cel: {as: phone}
                """;
        var table = Written.in(
                        folder,
                        mapping,
                        List.of(
                                "rec_id,tel,cel",
                                "r1,0981 123457 / 0982 765431 / 021 345678,0982 765431",
                                "r2,,0971 222333"))
                .table();

        assertThat(person(table, "r1").phones()).containsExactly("981123457", "982765431", "21345678");
        assertThat(person(table, "r2").phones()).containsExactly("971222333");
    }

    @Test
    void aNameInCapitalsOrNotIsOneValue() {
        var table = read("r1, ANA MARÍA, DE LA CRUZ", "r2, Ana María, de la Cruz", "r3, ana maría, De La Cruz");

        assertThat(table.given().distinct()).isEqualTo(1);
        assertThat(table.family().distinct()).isEqualTo(1);
    }

    @Test
    void deIsAMarriageInAWomansNameOnly() {
        var table = read("r1, Ana, Vera de Paz, , f", "r2, Ana, Vera de Paz, , m");

        assertThat(person(table, "r1").names().getFirst().married()).isNotNull();
        assertThat(person(table, "r2").names().getFirst().married()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ana|Ana|",
                "Ana Vera|Ana|Vera",
                "  Ana   Vera Paz |Ana|Vera Paz",
                "Ana María Vera  Paz|Ana María|Vera  Paz",
                "Vera Paz, Ana María|Ana María|Vera Paz"
            })
    void aFullNameIsDividedByItsCommaOrItsWords(String text, String given, @Nullable String family) {
        assertThat(FullName.of(text)).isEqualTo(new FullName(given, family == null ? "" : family));
    }

    private static List<String> ids(PersonTable table) {
        return IntStream.range(0, table.size()).mapToObj(table.ids()::get).toList();
    }

    private static ComparablePerson person(PersonTable table, String id) {
        return table.person(ids(table).indexOf(id));
    }

    @ParameterizedTest
    @CsvSource({
        "yyyyMMdd, 19900231, 1990-02",
        "yyyyMMdd, 19902317, 1990",
        "dd/MM/yyyy, 17/03/1990, 1990-03-17",
        "dd/MM/yy, 17/03/90, 1990-03-17",
        ", 1990-03-17T00:00:00, 1990-03-17",
        ", 17/3/1990, 1990-03-17",
        ", 1990, 1990"
    })
    void ofADateThatIsNoneAsMuchIsKeptAsCanBe(String format, String cell, String read) {
        assertThat(Objects.requireNonNull(new DatePattern(format).read(cell)).toString())
                .isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "columns: {a: {as: givenName}}",
                "id: a",
                "id: a\ncolumns: {a: {as: shoeSize}}",
                "id: a\ncolumns: {a: {as: birthDate, format: bbb}}",
                "id: a\ncolumns: {a: {is: sex}}",
                "id: a\ncolour: red\ncolumns: {a: {as: sex}}",
                "id: [\n"
            })
    void aMappingThatIsNoneIsRefusedInASentence(String mapping) {
        assertThatThrownBy(() -> Written.in(folder, mapping, List.of("a")).columns())
                .isInstanceOf(InvalidColumns.class)
                .hasMessageStartingWith("columns, ");
    }

    @Test
    void aColumnThatTheFileLacksIsNamed() {
        assertThatThrownBy(() -> Written.in(folder, MAPPING, List.of("rec_id,surname", "1,Vera"))
                        .table())
                .hasMessageContaining("given_name");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "|", "\t"})
    void theSeparatorIsTakenFromTheHeader(String separator) {
        var lines = List.of(HEADER.replace(",", separator), "r1;Ana;Vera".replace(";", separator));

        assertThat(Written.in(folder, MAPPING, lines).table().person(0).names()).hasSize(1);
    }
}
