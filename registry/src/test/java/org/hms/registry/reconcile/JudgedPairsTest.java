package org.hms.registry.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hms.seed.FacilityList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a steward sees in the three lists against what the tool does. The pairs were judged from the rows as printed, before
 * the tool saw them. Of lists A, B and C all pairs of one house are judged; so whatever else is matched is a mistake.
 */
final class JudgedPairsTest {

    private static final Reconciliation RECONCILIATION = Reconciliation.withShippedModel();
    private static final List<NamedCsvRecord> JUDGED = judged();

    @Test
    void nearlyAllHousesOfTwoListsAreFoundAndNearlyNothingElse() {
        var found = new TreeSet<String>();
        found.addAll(matches(FacilityList.A, FacilityList.B));
        found.addAll(matches(FacilityList.A, FacilityList.C));
        found.addAll(matches(FacilityList.B, FacilityList.C));
        var truth = new TreeSet<>(pairs("A-B", "yes"));
        truth.addAll(pairs("A-C", "yes"));

        assertThat(share(truth, found)).as("recall").isGreaterThanOrEqualTo(0.96);
        assertThat(share(found, truth)).as("precision").isGreaterThanOrEqualTo(0.98);
    }

    @ParameterizedTest
    @EnumSource(FacilityList.class)
    void theTwinsOfOneListAreShownAndFewOthers(FacilityList list) {
        var shown = ids(RECONCILIATION.within(ShippedLists.read(list)).pairs());
        var lists = list + "-" + list;
        var others = pairs(lists, "no");

        assertThat(share(pairs(lists, "yes"), shown)).as("recall").isGreaterThanOrEqualTo(0.96);
        assertThat(others.isEmpty() ? 0 : share(others, shown))
                .as("shown needlessly")
                .isLessThan(0.2);
    }

    @Test
    void aHouseThatMovedItsDistrictIsShownWithTheReason() {
        var reasons = RECONCILIATION.within(ShippedLists.read(FacilityList.C)).pairs().stream()
                .filter(pair -> ids(List.of(pair)).contains("C055 C060"))
                .flatMap(pair -> pair.reasons().stream())
                .toList();

        assertThat(reasons).anyMatch(reason -> reason.startsWith("un distrito fue desmembrado del otro"));
    }

    @Test
    void whoStandsOnWhichSideDecidesNothing() {
        var a = ShippedLists.read(FacilityList.A);
        var b = ShippedLists.read(FacilityList.B);

        assertThat(ids(RECONCILIATION.between(b, a).pairs(Decision.MATCH)))
                .isEqualTo(ids(RECONCILIATION.between(a, b).pairs(Decision.MATCH)));
    }

    @Test
    void everyRowComesOutOnce() {
        var a = ShippedLists.read(FacilityList.A);
        var b = ShippedLists.read(FacilityList.B);
        var pairs = RECONCILIATION.between(a, b).pairs();

        assertThat(pairs.stream().map(ReconciledPair::left).filter(Objects::nonNull))
                .containsExactlyInAnyOrderElementsOf(a);
        assertThat(pairs.stream().map(ReconciledPair::right).filter(Objects::nonNull))
                .containsExactlyInAnyOrderElementsOf(b);
        assertThat(pairs).allSatisfy(pair -> assertThat(pair.reasons()).isNotEmpty());
    }

    private static Set<String> matches(FacilityList left, FacilityList right) {
        return ids(RECONCILIATION
                .between(ShippedLists.read(left), ShippedLists.read(right))
                .pairs(Decision.MATCH));
    }

    private static Set<String> ids(List<ReconciledPair> pairs) {
        return pairs.stream()
                .map(pair -> key(
                        Objects.requireNonNull(pair.left()).id(),
                        Objects.requireNonNull(pair.right()).id()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> pairs(String lists, String same) {
        return JUDGED.stream()
                .filter(row -> row.getField("lists").equals(lists)
                        && row.getField("same").equals(same))
                .map(row -> key(row.getField("left"), row.getField("right")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String key(String one, String other) {
        return one.compareTo(other) < 0 ? one + ' ' + other : other + ' ' + one;
    }

    /** How much of the first the second holds; all of nothing. */
    private static double share(Set<String> of, Set<String> in) {
        return of.isEmpty() ? 1 : (double) of.stream().filter(in::contains).count() / of.size();
    }

    private static List<NamedCsvRecord> judged() {
        var stream = Objects.requireNonNull(JudgedPairsTest.class.getResourceAsStream("judged_pairs.csv"));
        try (var reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
