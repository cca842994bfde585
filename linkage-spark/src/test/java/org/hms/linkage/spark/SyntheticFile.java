package org.hms.linkage.spark;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.hms.matching.batch.ColumnMapping;
import org.hms.matching.batch.Deduplicated;
import org.hms.matching.batch.Deduplication;
import org.hms.matching.batch.PersonFile;
import org.hms.matching.batch.Progress;
import org.hms.matching.batch.StartModel;
import org.hms.matching.score.MatchModel;
import org.hms.matching.table.PersonTable;
import org.hms.matching.train.TrainingSettings;
import org.hms.seed.people.Population;
import org.hms.seed.people.SyntheticName;
import org.hms.seed.people.SyntheticRecord;
import org.jspecify.annotations.Nullable;

/** Synthetic people and a crowd of namesakes in a CSV file, with the mapping of its columns and a model trained on them. */
record SyntheticFile(Path people, Path columns, Path model) {
    private static final String COLUMNS = """
            id: id
            columns:
              given:    {as: givenName}
              surnames: {as: familyName}
              married:  {as: marriedName}
              born:     {as: birthDate}
              sex:      {as: sex}
              document: {as: identifier, system: document}
              phone:    {as: phone}
              mother:   {as: motherName}
              district: {as: place}
            """;

    /** Bytes, strings and quotes each have a mind of their own on these. */
    private static final List<String> ODD_IDS = List.of("\uFF21, 1", "\uD83D\uDE00 \"1\"", "\uFF21 2");

    /** More than a component may hold. */
    private static final int CROWD = 420;

    static SyntheticFile in(Path folder, int count) throws IOException {
        var file = new SyntheticFile(
                folder.resolve("people.csv"),
                Files.writeString(folder.resolve("columns.yml"), COLUMNS),
                folder.resolve("model.yml"));
        try (var csv = CsvWriter.builder().build(file.people());
                var records = Population.of(2026, count).records()) {
            csv.writeRecord(
                    "id", "given", "surnames", "married", "born", "sex", "document", "phone", "mother", "district");
            records.forEach(person -> csv.writeRecord(row(person)));
            csv.writeRecord("", "Nobody", "Known", "", "1990-03-01", "", "", "", "", "");
            csv.writeRecord("X-1", "", "", "", "", "", "", "", "", "");
            ODD_IDS.forEach(id -> csv.writeRecord(
                    id, "Obdulia", "Quintana Ferreira", "", "1962-11-30", "female", "4915023", "", "", ""));
            IntStream.range(0, CROWD).forEach(i -> csv.writeRecord(ofTheCrowd(i)));
        }
        file.train();
        return file;
    }

    /** Namesakes in one long chain: a document ties each to the one before, a telephone to the one after. */
    private static List<String> ofTheCrowd(int number) {
        return List.of(
                "C-" + number,
                "Eusebio Ramón",
                "Yegros Zarza",
                "",
                "1971-05-14",
                "male",
                String.valueOf(7_310_000 + changingOneDigit(number / 2)),
                "0981 " + (310_254 + (number + 1) / 2),
                "",
                "");
    }

    /** Counts so that each number differs from the next in one digit, as if it were mistyped (a reflected Gray code). */
    private static int changingOneDigit(int number) {
        if (number < 10) {
            return number;
        }
        int last = number % 10;
        return changingOneDigit(number / 10) * 10 + (number / 10 % 2 == 0 ? last : 9 - last);
    }

    private static List<String> row(SyntheticRecord person) {
        var mother = person.motherName();
        return List.of(
                person.sourceRecordId(),
                String.join(" ", person.name().given()),
                String.join(" ", person.name().family()),
                text(person.name().married()),
                text(person.birthDate()),
                person.sex(),
                person.identifiers().isEmpty()
                        ? ""
                        : person.identifiers().getFirst().value(),
                person.phones().isEmpty() ? "" : person.phones().getFirst(),
                mother == null ? "" : whole(mother),
                text(person.district()));
    }

    private static String whole(SyntheticName name) {
        return String.join(" ", name.given()) + " " + String.join(" ", name.family());
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private PersonTable table() {
        return PersonFile.read(List.of(people), ColumnMapping.read(columns), Progress.NONE);
    }

    /** Few comparisons, so that caps refuse blocks as they do in large files. */
    private static TrainingSettings thrifty() {
        var usual = TrainingSettings.defaults(1, 0);
        return new TrainingSettings(
                usual.seed(),
                usual.randomPairs(),
                usual.blockedPairs(),
                40_000,
                100_000,
                usual.relatives(),
                usual.em(),
                usual.probabilityFloor(),
                usual.statedRecall());
    }

    private void train() {
        var table = table();
        Deduplication.training(StartModel.of(ColumnMapping.read(columns), Integer.MAX_VALUE), thrifty(), Progress.NONE)
                .run(table)
                .model()
                .write(model);
    }

    /** What one machine says of the same file by the same model. */
    Deduplicated onOneMachine() {
        return Deduplication.by(MatchModel.read(model), Progress.NONE).run(table());
    }
}
