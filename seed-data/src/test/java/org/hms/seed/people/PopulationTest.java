package org.hms.seed.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulationTest {

    private static final long SEED = 20_261_101;
    private static final int RECORDS = 20_000;
    private static final Population POPULATION = Population.of(SEED, RECORDS);
    private static final List<SyntheticRecord> ALL = POPULATION.records().toList();
    private static final Map<String, List<SyntheticRecord>> BY_PERSON =
            ALL.stream().collect(Collectors.groupingBy(SyntheticRecord::personId));

    @Test
    void theSameSeedMakesTheSameRecords() {
        assertThat(checksum(Population.of(SEED, RECORDS))).isEqualTo(checksum(POPULATION));
    }

    @Test
    void anotherSeedMakesOtherRecords() {
        assertThat(checksum(Population.of(SEED + 1, RECORDS))).isNotEqualTo(checksum(POPULATION));
    }

    @Test
    void aParallelStreamMakesTheSameRecords() {
        assertThat(POPULATION.records().parallel().toList()).isEqualTo(ALL);
    }

    @Test
    void aLargerPopulationHoldsTheRecordsOfASmallerOne() {
        var smaller = Population.of(SEED, 3_000).records().toList();

        assertThat(ALL).containsAll(smaller);
    }

    @Test
    void thereAreExactlyAsManyRecordsAsAsked() {
        assertThat(ALL).hasSize(RECORDS).hasSize(POPULATION.size());
        assertThat(Population.of(SEED, 1).records()).hasSize(1);
        assertThatThrownBy(() -> Population.of(SEED, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noSourceGivesANumberTwice() {
        assertThat(ALL.stream().map(SyntheticRecord::sourceIdentifier).distinct())
                .hasSize(RECORDS);
    }

    @Test
    void noRecordIsWithoutAName() {
        assertThat(ALL).allSatisfy(record -> {
            assertThat(record.name().given()).isNotEmpty().noneMatch(String::isBlank);
            assertThat(record.name().family()).isNotEmpty().noneMatch(String::isBlank);
        });
    }

    @Test
    void aPersonHasOneToFourRecords() {
        assertThat(BY_PERSON.values()).allMatch(records -> records.size() <= 4);
        assertThat((double) RECORDS / BY_PERSON.size()).isBetween(1.5, 1.7);
        assertThat(BY_PERSON.values()).anyMatch(PopulationTest::twiceInOneSource);
    }

    @Test
    void theRecordsOfOnePersonLieApart() {
        var neighbours = 0;
        for (int i = 1; i < ALL.size(); i++) {
            neighbours += ALL.get(i).personId().equals(ALL.get(i - 1).personId()) ? 1 : 0;
        }
        assertThat(neighbours).isLessThan(20);
    }

    @Test
    void thePublicServicesFeedThreeRecordsInFive() {
        assertThat(share(Sources.PUBLIC)).isBetween(0.57, 0.64);
        assertThat(share(Sources.SOCIAL_SECURITY)).isBetween(0.15, 0.25);
        assertThat(share(Sources.PRIVATE)).isBetween(0.10, 0.20);
        assertThat(share(Sources.BORDER)).isBetween(0.03, 0.08);
    }

    @Test
    void oneInFifteenIsAGonzález() {
        var found = ALL.stream()
                .map(record -> Spelling.withoutAccents(record.name().family().getFirst()))
                .filter("Gonzalez"::equalsIgnoreCase)
                .count();

        assertThat((double) found / RECORDS).isBetween(0.05, 0.08);
    }

    @Test
    void agesComeNearTheCensus() {
        var years = ALL.stream()
                .map(SyntheticRecord::birthDate)
                .filter(Objects::nonNull)
                .map(date -> Integer.valueOf(date.substring(0, 4)))
                .sorted()
                .toList();

        assertThat(years.get(years.size() / 2)).isBetween(1995, 2002);
        assertThat(years.stream().filter(year -> year >= 2012).count() / (double) years.size())
                .isBetween(0.24, 0.33);
    }

    @Test
    void thereAreTwinsAndNewbornsAndMarriedNames() {
        assertThat(ALL).anyMatch(record -> Integer.valueOf(2).equals(record.birthOrder()));
        assertThat(ALL).anyMatch(record -> record.name().given().getFirst().equals("RN"));
        assertThat(ALL).anyMatch(record -> record.name().married() != null);
    }

    @Test
    void everyNumberIsOneThatNobodyHasBeenGiven() {
        var identifiers = ALL.stream().flatMap(record -> record.identifiers().stream());

        assertThat(identifiers)
                .allSatisfy(number -> assertThat(number.value())
                        .matches(
                                switch (number.system()) {
                                    case IdentifierSystems.CEDULA -> "[2-9]\\d{7}";
                                    case IdentifierSystems.DNI -> "9[89]\\d{6}";
                                    default -> "00\\d{9}";
                                }));
        assertThat(ALL.stream().flatMap(record -> record.phones().stream()))
                .isNotEmpty()
                .allMatch(phone -> phone.matches("090\\d{7}"));
    }

    @Test
    void onlyTheBorderHospitalKnowsManyForeignNumbers() {
        var abroad = ALL.stream().filter(record -> record.source().equals(Sources.BORDER));

        assertThat(abroad.filter(PopulationTest::hasForeignNumber).count() / (share(Sources.BORDER) * RECORDS))
                .isGreaterThan(0.9);
    }

    @Test
    void nobodyIsRecordedBeforeBeingBornNorAfterToday() {
        assertThat(ALL).allMatch(record -> !record.recordedOn().isAfter(Ages.TODAY));
        assertThat(ALL.stream().filter(PopulationTest::recordedBeforeBirth).count())
                .as("only a wrong birth date can lie after the record")
                .isLessThan(RECORDS / 500);
    }

    @Test
    void theTruthFileNamesThePersonOfEachRecord(@TempDir Path folder) throws Exception {
        var file = folder.resolve("truth.csv");

        TruthFile.write(POPULATION, file);

        var first = ALL.getFirst();
        assertThat(Files.readAllLines(file))
                .hasSize(RECORDS + 1)
                .startsWith(
                        "source,sourceRecordId,personId",
                        first.source() + "," + first.sourceRecordId() + "," + first.personId());
    }

    private static double share(String source) {
        return ALL.stream().filter(record -> record.source().equals(source)).count() / (double) RECORDS;
    }

    private static boolean twiceInOneSource(List<SyntheticRecord> records) {
        return records.stream().map(SyntheticRecord::source).distinct().count() < records.size();
    }

    private static boolean hasForeignNumber(SyntheticRecord record) {
        return record.identifiers().stream().anyMatch(number -> !number.system().equals(IdentifierSystems.CEDULA));
    }

    private static boolean recordedBeforeBirth(SyntheticRecord record) {
        var date = record.birthDate();
        return date != null && date.length() == 10 && LocalDate.parse(date).isAfter(record.recordedOn());
    }

    private static String checksum(Population population) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            population
                    .records()
                    .limit(10_000)
                    .forEachOrdered(record -> digest.update(record.toString().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
