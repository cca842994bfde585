package org.hms.matching.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hms.matching.table.PersonTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JsonLinesTest {
    private static final String MAPPING = """
            id: id
            columns:
              given:  {as: givenName}
              family: {as: familyName}
              birth:  {as: birthDate}
            """;

    @TempDir
    private Path folder;

    private PersonTable read(String name, String content) throws IOException {
        var columns = Files.writeString(folder.resolve("columns.yml"), MAPPING);
        var file = Files.writeString(folder.resolve(name), content);
        return PersonFile.read(List.of(file), ColumnMapping.read(columns), Progress.NONE);
    }

    @Test
    void aLineSaysWhatARowSays() throws IOException {
        var lines = read("people.ndjson", """
                {"id": 1, "given": ["Ana", "María"], "family": "Vera \\"Rojas\\"", "birth": "1990-03-01"}

                {"birth": null, "id": "2", "family": "Paz"}
                {"given": "Luis"}
                """);
        var rows = read("people.csv", """
                id,given,family,birth
                1,Ana María,"Vera ""Rojas""\",1990-03-01
                2,,Paz,
                ,Luis,,
                """);

        assertThat(lines.size()).isEqualTo(2);
        assertThat(lines.rowsWithoutId()).isEqualTo(rows.rowsWithoutId()).isOne();
        for (int record = 0; record < rows.size(); record++) {
            assertThat(lines.ids().get(record)).isEqualTo(rows.ids().get(record));
            assertThat(lines.person(record)).isEqualTo(rows.person(record));
        }
    }

    @Test
    void aLineThatIsNoObjectIsNamedButNotShown() {
        assertThatThrownBy(() -> read("people.jsonl", "{\"id\": 1}\n[\"Ana Vera\"]\n"))
                .isInstanceOf(InvalidColumns.class)
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("Vera");
    }
}
