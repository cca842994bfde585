package org.hms.registry.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.hms.registry.reconcile.StewardDecision.Answer;
import org.hms.seed.FacilityRow;
import org.hms.seed.SeedData;
import org.junit.jupiter.api.Test;

final class SeedCurationTest {

    private static final SeedCuration SHIPPED = SeedCuration.with(StewardDecision.shipped());

    @Test
    void theCuratedListThatShipsIsWhatTheToolAndTheDecisionsMakeOfTheThree() throws IOException {
        var written = new StringWriter();
        CuratedFile.write(SHIPPED.facilities(), written);

        try (var in = SeedData.open(SeedData.dataSet("facilities-curated"))) {
            assertThat(written).hasToString(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyRowOfTheThreeListsStandsInOneHouse() {
        assertThat(SHIPPED.facilities().stream()
                        .flatMap(facility -> facility.rows().stream())
                        .map(FacilityRow::seedId))
                .containsExactlyInAnyOrderElementsOf(
                        SeedData.facilities().stream().map(FacilityRow::seedId).toList());
    }

    @Test
    void everyDoubtHasADecision() {
        var decided = StewardDecision.shipped().stream()
                .map(decision -> List.of(decision.left(), decision.right()))
                .toList();

        assertThat(SHIPPED.pairs().stream()
                        .filter(pair -> pair.decision() == Decision.REVIEW)
                        .map(pair -> List.of(
                                Objects.requireNonNull(pair.left()).id(),
                                Objects.requireNonNull(pair.right()).id())))
                .containsExactlyInAnyOrderElementsOf(decided);
    }

    @Test
    void aHouseTakesEachPartFromTheListThatHasIt() {
        var luque = SHIPPED.facilities().stream()
                .filter(facility -> facility.seedId().equals("B084"))
                .findFirst()
                .orElseThrow();

        assertThat(luque.type()).isEqualTo("HG");
        assertThat(luque.name()).isEqualTo("H.G. - LUQUE");
        assertThat(luque.otherNames()).containsExactly("H.R. - LUQUE");
        assertThat(luque.first(FacilityRow::mspbsCode)).isEqualTo("11009225");
        assertThat(luque.first(FacilityRow::latitude)).isEqualTo(-25.266439);
    }

    @Test
    void aStewardsWordOutweighsTheTool() {
        var parted = SeedCuration.with(List.of(new StewardDecision("A040", "B084", Answer.DIFFERENT, "test")));
        var joined = SeedCuration.with(List.of(new StewardDecision("C042", "C050", Answer.SAME, "test")));

        assertThat(rowsOf(parted, "B084")).containsExactly("B084");
        assertThat(rowsOf(joined, "C050")).containsExactlyInAnyOrder("C042", "C050");
        assertThatThrownBy(() -> SeedCuration.with(List.of(new StewardDecision("A040", "X1", Answer.SAME, "test"))))
                .hasMessageContaining("X1");
    }

    private static List<String> rowsOf(SeedCuration curation, String row) {
        return curation.facilities().stream()
                .map(facility ->
                        facility.rows().stream().map(FacilityRow::seedId).toList())
                .filter(rows -> rows.contains(row))
                .findFirst()
                .orElseThrow();
    }
}
