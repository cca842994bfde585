package org.hms.registry.termwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EarsTest {

    @Test
    void theSameEveryWeekGivesNoAlarm() {
        var ears = Ears.of(new long[] {4, 5, 4, 5, 4, 5, 4, 5, 4, 5, 4, 5});

        assertThat(ears.c1Alarm() || ears.c2Alarm() || ears.c3Alarm()).isFalse();
    }

    @Test
    void aSuddenRiseGivesAllThree() {
        var ears = Ears.of(new long[] {4, 5, 4, 5, 4, 5, 4, 5, 4, 5, 4, 30});

        assertThat(ears.c1Alarm()).isTrue();
        assertThat(ears.c2Alarm()).isTrue();
        assertThat(ears.c3Alarm()).isTrue();
    }

    /** Worked by hand: the seven before are 2 4 4 4 5 5 7 (mean 31/7, deviation 1.5119), the count is 10. */
    @Test
    void c1IsTheDistanceFromTheMeanInStandardDeviations() {
        var ears = Ears.of(new long[] {0, 0, 0, 0, 2, 4, 4, 4, 5, 5, 7, 10});

        assertThat(ears.c1()).isCloseTo((10 - 31 / 7.0) / 1.5119, within(0.001));
    }

    @Test
    void aSlowRiseHidesFromTheFirstAndNotFromTheSecond() {
        var ears = Ears.of(new long[] {3, 4, 3, 4, 3, 4, 3, 4, 3, 7, 8, 9});

        assertThat(ears.c1Alarm()).isFalse();
        assertThat(ears.c2Alarm()).isTrue();
        assertThat(ears.c3Alarm()).isTrue();
    }

    @Test
    void fewerWeeksThanItNeedsAreRefused() {
        assertThatThrownBy(() -> Ears.of(new long[11])).isInstanceOf(IllegalArgumentException.class);
    }
}
