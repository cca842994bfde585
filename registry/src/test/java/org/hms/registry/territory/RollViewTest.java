package org.hms.registry.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is made of all entries is made once for each state of them. */
final class RollViewTest {

    private static final List<Jurisdiction> TERRITORY = TerritorySeed.jurisdictions();

    @Test
    void itIsMadeAnewOnlyWhenSomethingWasPublished() {
        var made = new AtomicInteger();
        var roll = new FixedRoll<>(TERRITORY.subList(0, 5));
        var view = new RollView<>(roll, all -> {
            made.incrementAndGet();
            return all.size();
        });

        assertThat(view.get()).isEqualTo(5);
        assertThat(view.get()).isEqualTo(5);
        assertThat(made).hasValue(1);
        roll.publish(TERRITORY.subList(0, 7));
        assertThat(view.get()).isEqualTo(7);
        assertThat(made).hasValue(2);
    }

    @Test
    void moreThanAPageIsReadWhole() {
        var all = new FixedRoll<>(TERRITORY).all();

        assertThat(all).hasSize(TERRITORY.size()).doesNotHaveDuplicates();
    }
}
