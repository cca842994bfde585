package org.hms.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeedDataTest {

    static Stream<DataSet> dataSets() {
        return SeedData.dataSets().stream();
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void theManifestHasTheChecksumOfTheFileThatShips(DataSet dataSet) throws Exception {
        try (var file = SeedData.open(dataSet)) {
            var digest = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());

            assertThat(HexFormat.of().formatHex(digest)).isEqualTo(dataSet.sha256());
        }
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void theFileHasAsManyRowsAsTheManifestSays(DataSet dataSet) {
        try (var rows = SeedData.rows(dataSet)) {
            assertThat(rows.count()).isEqualTo(dataSet.rows());
        }
    }

    @ParameterizedTest
    @MethodSource("dataSets")
    void theReadmeBesideTheFileSaysHowManyRowsItHas(DataSet dataSet) throws IOException {
        var folder = dataSet.path().substring(0, dataSet.path().indexOf('/'));
        var file = dataSet.path().substring(folder.length() + 1);

        var row = Pattern.compile("\\| `" + Pattern.quote(file) + "` \\| (\\d+) \\|")
                .matcher(readme(folder));

        assertThat(row.find()).as("a line for " + file).isTrue();
        assertThat(Integer.parseInt(row.group(1))).isEqualTo(dataSet.rows());
    }

    @Test
    void thereAreAsManyOfEachAsTheCountryCounts() {
        assertThat(SeedData.departments()).hasSize(18);
        assertThat(SeedData.districts()).hasSize(263);
        assertThat(SeedData.healthRegions()).hasSize(18);
        assertThat(SeedData.localities()).hasSize(8960);
        assertThat(SeedData.facilities(FacilityList.A)).hasSize(72);
        assertThat(SeedData.facilities(FacilityList.B)).hasSize(251);
        assertThat(SeedData.facilities(FacilityList.C)).hasSize(152);
        assertThat(SeedData.facilityTypes()).hasSize(19);
        assertThat(SeedData.specialties()).hasSize(112);
        assertThat(SeedData.languages()).hasSize(25);
        assertThat(SeedData.identifiers()).hasSize(15);
        assertThat(SeedData.lexicon()).hasSize(1063);
    }

    @Test
    void theCensusAndIsoNumberTwoDepartmentsTheOtherWayRound() {
        assertThat(SeedData.departments())
                .extracting(DepartmentRow::ineCode, DepartmentRow::isoCode)
                .contains(tuple("16", "PY-19"), tuple("17", "PY-16"));
    }

    @Test
    void everyDistrictThatIsNamedElsewhereIsListed() {
        var districts = new HashSet<>(
                SeedData.districts().stream().map(DistrictRow::ineCode).toList());

        assertThat(SeedData.localities())
                .allSatisfy(row -> assertThat(districts).contains(row.ineDistrict()));
        assertThat(SeedData.facilities())
                .filteredOn(row -> row.ineDistrict() != null)
                .allSatisfy(row -> assertThat(districts).contains(row.ineDistrict()));
    }

    @Test
    void aFacilityHasWhatItsListPrintsAndNothingElse() {
        var fromA = SeedData.facilities(FacilityList.A).getFirst();
        var fromB = SeedData.facilities(FacilityList.B).getFirst();

        assertThat(fromA.mspbsCode()).isNull();
        assertThat(fromA.latitude()).isEqualTo(-25.260985);
        assertThat(fromB.mspbsCode()).isEqualTo("11001206");
        assertThat(fromB.latitude()).isNull();
        assertThat(fromB.typeCode()).isNull();
    }

    @Test
    void theLexiconHoldsCodesButNoTextOfAClassification() {
        var classificationTerm = Pattern.compile(
                "\\((disorder|finding|body structure|procedure|organism|substance|observable entity|qualifier value)\\)");

        assertThat(SeedData.lexicon())
                .allSatisfy(row -> assertThat(row.toString()).doesNotContainPattern(classificationTerm));
        assertThat(SeedData.lexicon())
                .filteredOn(row -> row.conceptId().equals("GN0001"))
                .first()
                .satisfies(row -> {
                    assertThat(row.preferredTerm()).isEqualTo("akã");
                    assertThat(row.alternativeTerms()).isEqualTo(List.of("iñakã", "che akã"));
                    assertThat(row.snomed()).isEqualTo(new LexiconRow.MappedCode("69536005", "exact"));
                });
    }

    @Test
    void aWordOfAnotherLanguageIsTheSameAsOneThatIsListed() {
        var concepts = new HashSet<>(
                SeedData.lexicon().stream().map(LexiconRow::conceptId).toList());

        assertThat(concepts).hasSize(1063);
        assertThat(SeedData.lexicon())
                .filteredOn(row -> row.sameAs() != null)
                .allSatisfy(row -> assertThat(concepts).contains(row.sameAs()));
    }

    @Test
    void aDataSetThatDoesNotShipIsNamedInTheRefusal() {
        assertThatThrownBy(() -> SeedData.dataSet("mermaids")).hasMessageContaining("mermaids");
    }

    private static String readme(String folder) throws IOException {
        try (var file = SeedData.class.getResourceAsStream(folder + "/README.md")) {
            assertThat(file).as("README of " + folder).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
