package org.hms.matching.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hms.matching.table.PersonTable;

/** A person file and its column mapping, written for one test. */
record Written(Path people, Path mapping) {

    static Written in(Path folder, String mapping, List<String> lines) {
        try {
            return new Written(
                    Files.write(folder.resolve("people.csv"), lines),
                    Files.writeString(folder.resolve("columns.yml"), mapping));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ColumnMapping columns() {
        return ColumnMapping.read(mapping);
    }

    PersonTable table() {
        return PersonFile.read(List.of(people), columns(), Progress.NONE);
    }
}
