package org.hms.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hms.registry.patient.ReviewStore.Twice;
import org.hms.registry.patient.ReviewTask.Answer;
import org.junit.jupiter.api.Test;

final class AgreementTest {

    private static List<Twice> pairs(int both, int first, int second, int neither) {
        var pairs = new ArrayList<Twice>();
        pairs.addAll(Collections.nCopies(both, new Twice(1, Answer.SAME, Answer.SAME)));
        pairs.addAll(Collections.nCopies(first, new Twice(2, Answer.SAME, Answer.DIFFERENT)));
        pairs.addAll(Collections.nCopies(second, new Twice(3, Answer.DIFFERENT, Answer.SAME)));
        pairs.addAll(Collections.nCopies(neither, new Twice(4, Answer.DIFFERENT, Answer.DIFFERENT)));
        return pairs;
    }

    /** By hand: 20, 5, 10 and 15 of 50 agree on 35; chance alone gives .5 × .6 + .5 × .4 = .5; (.7 − .5) / (1 − .5) = .4. */
    @Test
    void kappaIsWhatIsLeftWhenChanceIsTakenAway() {
        var agreement = Agreement.of(pairs(20, 5, 10, 15));

        assertThat(agreement.answeredTwice()).isEqualTo(50);
        assertThat(agreement.agreed()).isEqualTo(35);
        assertThat(agreement.rate()).isCloseTo(0.7, within(1e-12));
        assertThat(agreement.kappa()).isCloseTo(0.4, within(1e-12));
        assertThat(agreement.disagreements()).hasSize(15);
    }

    @Test
    void whereEverybodySaysTheSameOfAllKappaHasNoMeaning() {
        var agreement = Agreement.of(pairs(7, 0, 0, 0));

        assertThat(agreement.rate()).isEqualTo(1);
        assertThat(agreement.kappa()).isNull();
    }

    @Test
    void ofNothingThereIsNoRate() {
        assertThat(Agreement.of(List.of())).isEqualTo(new Agreement(0, 0, null, null, List.of()));
    }

    @Test
    void perfectAgreementOnBothAnswersIsOneAndPerfectDisagreementMinusOne() {
        assertThat(Agreement.of(pairs(5, 0, 0, 5)).kappa()).isCloseTo(1, within(1e-12));
        assertThat(Agreement.of(pairs(0, 5, 5, 0)).kappa()).isCloseTo(-1, within(1e-12));
    }
}
