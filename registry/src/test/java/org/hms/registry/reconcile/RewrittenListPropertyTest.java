package org.hms.registry.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.hms.seed.FacilityList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of lists B and C, which share none, against the same written again; each side lacks rows of the other. */
final class RewrittenListPropertyTest {

    private static final Reconciliation RECONCILIATION = Reconciliation.withShippedModel();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatAnotherOfficeWroteIsFoundAgain(long seed) {
        var random = new Random(seed);
        var rewritten = new RewrittenList(seed);
        var left = new ArrayList<ListedFacility>();
        var right = new ArrayList<ListedFacility>();
        int both = 0;
        for (var row : all()) {
            boolean isLeft = random.nextDouble() < 0.8;
            boolean isRight = random.nextDouble() < 0.8;
            both += isLeft && isRight ? 1 : 0;
            if (isLeft) {
                left.add(row);
            }
            if (isRight) {
                right.add(rewritten.again(row));
            }
        }
        Collections.shuffle(right, random);

        var result = RECONCILIATION.between(left, right);

        var matches = result.pairs(Decision.MATCH);
        long correct = correct(matches);
        assertThat((double) correct / matches.size()).as("precision").isGreaterThanOrEqualTo(0.98);
        assertThat((double) correct / both).as("recall of matches").isGreaterThanOrEqualTo(0.9);
        assertThat((double) (correct + correct(result.pairs(Decision.REVIEW))) / both)
                .as("recall of matches and reviews")
                .isGreaterThanOrEqualTo(0.96);
    }

    private static long correct(List<ReconciledPair> pairs) {
        return pairs.stream().filter(RewrittenListPropertyTest::isRight).count();
    }

    private static List<ListedFacility> all() {
        return Stream.of(FacilityList.B, FacilityList.C)
                .flatMap(list -> ShippedLists.read(list).stream())
                .toList();
    }

    private static boolean isRight(ReconciledPair pair) {
        return Objects.requireNonNull(pair.right())
                .id()
                .equals("again " + Objects.requireNonNull(pair.left()).id());
    }
}
