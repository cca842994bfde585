package org.hms.matching.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hms.matching.train.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KinshipTest {
    private static final int SMALL = 1_000;
    private static final String MAPPING = """
            id: id
            columns:
              given:  {as: givenName}
              first:  {as: firstFamilyName}
              second: {as: secondFamilyName}
              birth:  {as: birthDate}
              cedula: {as: identifier}
              phone:  {as: phone}
              mother: {as: motherName}
              town:   {as: place}
            """;
    private static final String HEADER = "id,given,first,second,birth,cedula,phone,mother,town";
    private static final String HOUSE = ",Zárate,Ovelar,%s,%s,0981555777,Nidia Ovelar,Itauguá";
    private static final int HOUSES = 1_000;
    private static final int CHILDREN = 3;

    @TempDir
    private Path folder;

    /** By a model that was learned from families. */
    private boolean linked(String... rows) {
        var model = learned(people(1, HOUSES, CHILDREN)).model();
        var result = Deduplication.by(model, Progress.NONE)
                .run(written(List.of(rows)).table());
        return result.report().clusters() < rows.length;
    }

    private Written written(List<String> rows) {
        var lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(rows);
        return Written.in(folder, MAPPING, lines);
    }

    private static String row(String id, String given, String birth, String cedula) {
        return id + "," + given + HOUSE.formatted(birth, cedula);
    }

    @Test
    void brothersAreNotLinkedByWhatTheirFamilyShares() {
        assertThat(linked(row("1", "Hugo", "1990-05-17", ""), row("2", "Derlis", "1993-11-02", "")))
                .isFalse();
    }

    @Test
    void twinsWithNumbersOfTheirOwnAreNotLinked() {
        assertThat(linked(row("1", "Hugo", "1990-05-17", "4555123"), row("2", "Derlis", "1990-05-17", "4998771")))
                .isFalse();
    }

    @Test
    void onePersonIsLinkedThoughTheNameIsMistyped() {
        assertThat(linked(row("1", "Derlis", "1990-05-17", "4555123"), row("2", "Dervis", "1990-05-17", "")))
                .isTrue();
    }

    @Test
    void whatIsNotKnownIsNoContradiction() {
        assertThat(linked(row("1", "Derlis", "", ""), row("2", "Derlis", "1990-05-17", "")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aFileOfFamiliesShowsAboutAsManyRelativesAsItHas(long seed) {
        double found = relatives(people(seed, HOUSES, CHILDREN));

        assertThat(found).isBetween(0.5, 2.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aFileWithoutFamiliesShowsFew(long seed) {
        assertThat(relatives(people(seed, HOUSES * CHILDREN, 1))).isLessThan(0.1);
    }

    /** How many pairs of relatives training sees for each record. */
    private double relatives(List<String> rows) {
        return learned(rows).model().relativesProbability() * (rows.size() - 1) / 2;
    }

    private Deduplicated learned(List<String> rows) {
        var written = written(rows);
        return Deduplication.training(
                        StartModel.of(written.columns(), SMALL),
                        TrainingSettings.defaults(1, rows.size()),
                        Progress.NONE)
                .run(written.table());
    }

    /**
     * Children of one house share each of surnames, telephone, mother and town in as many pairs as the start model states;
     * every second child is written twice.
     */
    private static List<String> people(long seed, int houses, int children) {
        var random = new SplittableRandom(seed);
        var given = names(random, 400);
        var family = names(random, 300);
        var towns = names(random, 40);
        Supplier<String> surnames = () -> pick(family, random) + "," + pick(family, random);
        Supplier<String> phone = () -> "09815" + random.nextInt(10_000, 99_999);
        Supplier<String> mother = () -> pick(given, random) + " " + pick(family, random);
        Supplier<String> town = () -> pick(towns, random);
        var rows = new ArrayList<String>();
        for (int house = 0; house < houses; house++) {
            var shared = List.of(surnames.get(), phone.get(), mother.get(), town.get());
            for (int child = 0; child < children; child++) {
                var birth = "%d-%02d-%02d"
                        .formatted(1950 + random.nextInt(60), 1 + random.nextInt(12), 2 + random.nextInt(26));
                var cells = String.join(
                        ",",
                        "",
                        pick(given, random),
                        mostly(0.85, shared.get(0), surnames, random),
                        birth,
                        Integer.toString(random.nextInt(1_000_000, 9_999_999)),
                        mostly(0.5, shared.get(1), phone, random),
                        mostly(0.6, shared.get(2), mother, random),
                        mostly(0.7, shared.get(3), town, random));
                rows.add(house + "-" + child + cells);
                if ((house + child) % 2 == 0) {
                    rows.add(house + "-" + child + "-again" + cells);
                }
            }
        }
        return rows;
    }

    /** Drawn by itself for two people it is shared in this share of cases. */
    private static String mostly(double share, String shared, Supplier<String> own, SplittableRandom random) {
        return random.nextDouble() < Math.sqrt(share) ? shared : own.get();
    }

    private static List<String> names(SplittableRandom random, int count) {
        return Stream.generate(() -> random.ints(4, 0, 55)
                        .mapToObj(i -> "bdfglmnprst".charAt(i / 5) + "aeiou".substring(i % 5, i % 5 + 1))
                        .reduce("", String::concat))
                .limit(count)
                .toList();
    }

    private static String pick(List<String> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
