package org.hms.seed.hard;

import java.util.random.RandomGenerator;

/** Who wrote a record down, and how: in capitals, without accents, with more or less care than usual. */
enum Source {
    CIVIL_REGISTRY(0.22, 0.6, true, false),
    PUBLIC_SERVICES(0.40, 1.25, true, true),
    SOCIAL_SECURITY(0.16, 0.7, true, true),
    VACCINATION(0.14, 1.4, false, false),
    PRIVATE_NETWORK(0.08, 1.0, false, false);

    private static final Source[] ALL = values();

    private final double share;
    private final double carelessness;
    private final boolean capitals;
    private final boolean withoutAccents;

    Source(double share, double carelessness, boolean capitals, boolean withoutAccents) {
        this.share = share;
        this.carelessness = carelessness;
        this.capitals = capitals;
        this.withoutAccents = withoutAccents;
    }

    static Source draw(RandomGenerator random) {
        var point = random.nextDouble();
        var at = 0;
        while (at < ALL.length - 1 && point >= ALL[at].share) {
            point -= ALL[at++].share;
        }
        return ALL[at];
    }

    double carelessness() {
        return carelessness;
    }

    boolean capitals() {
        return capitals;
    }

    boolean withoutAccents() {
        return withoutAccents;
    }
}
