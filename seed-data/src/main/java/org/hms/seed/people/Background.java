package org.hms.seed.people;

import java.util.random.RandomGenerator;
import org.hms.seed.names.Tradition;

/** What the members of a family have in common. That it is indigenous decides who holds documents, and is never fed. */
public record Background(Home home, Region region, Tradition tradition, boolean indigenous, boolean insured) {

    private static final double INSURED = 0.45;
    private static final double INDIGENOUS_INSURED = 0.05;

    public static Background draw(Territory territory, RandomGenerator random) {
        var home = territory.draw(random);
        var region = territory.region(home);
        var indigenous = random.nextDouble() < region.indigenous();
        var brazilian = !indigenous && random.nextDouble() < region.brazilian();
        return new Background(
                home,
                region,
                brazilian ? Tradition.BRAZILIAN : Tradition.PARAGUAYAN,
                indigenous,
                random.nextDouble() < (indigenous ? INDIGENOUS_INSURED : INSURED));
    }
}
