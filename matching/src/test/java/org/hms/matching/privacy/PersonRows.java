package org.hms.matching.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hms.matching.batch.ColumnMapping;
import org.hms.matching.batch.Progress;

/** Files of people as tests write them, and the secret that they share. */
public final class PersonRows {
    public static final Secret SECRET = Secret.of("the partners' own secret".getBytes(StandardCharsets.UTF_8));
    public static final String COLUMNS = """
            id: id
            columns:
              given:  {as: givenName}
              family: {as: familyName}
              birth:  {as: birthDate, format: yyyyMMdd}
              town:   {as: place}
            """;

    private PersonRows() {}

    public static ColumnMapping mapping(Path folder, String columns) throws IOException {
        return ColumnMapping.read(Files.writeString(folder.resolve("columns.yml"), columns));
    }

    public static EncodedPeople encoded(Path folder, EncodingSchema schema, Secret secret, List<String> rows)
            throws IOException {
        var file = folder.resolve("people.csv");
        Files.writeString(file, "id,given,family,birth,town\n" + String.join("\n", rows) + "\n");
        return PersonFileEncoder.encode(List.of(file), mapping(folder, COLUMNS), schema, secret, Progress.NONE)
                .people();
    }
}
