package org.hms.matching.train;

import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Pairs drawn from known probabilities: of one person, of relatives, of strangers. */
final class GeneratedPatterns {
    private final SplittableRandom random;
    private final LatentClasses truth;
    private final double missing;
    private int matches;
    private int relatives;

    /** @param missing the share of comparisons that say nothing */
    GeneratedPatterns(long seed, LatentClasses truth, double missing) {
        random = new SplittableRandom(seed);
        this.truth = truth;
        this.missing = missing;
    }

    Patterns draw(int pairs) {
        var counts = new TreeMap<String, Integer>();
        for (int i = 0; i < pairs; i++) {
            counts.merge(pair(), 1, Integer::sum);
        }
        var levels = counts.keySet().stream().map(GeneratedPatterns::levels).toArray(byte[][]::new);
        return new Patterns(
                levels,
                counts.values().stream().mapToDouble(Integer::doubleValue).toArray());
    }

    private String pair() {
        double chance = random.nextDouble();
        boolean match = chance < truth.matches();
        boolean related = !match && chance < truth.matches() + truth.relatives();
        matches += match ? 1 : 0;
        relatives += related ? 1 : 0;
        var pattern = new StringBuilder();
        for (int i = 0; i < truth.m().comparisons(); i++) {
            boolean likeOnePerson = match || related && random.nextDouble() < truth.kin()[i];
            int level = level(random.nextDouble(), (likeOnePerson ? truth.m() : truth.u()).of(i));
            pattern.append((char) ('a' + (random.nextDouble() < missing ? 0 : level + 1)));
        }
        return pattern.toString();
    }

    private static byte[] levels(String pattern) {
        var levels = new byte[pattern.length()];
        IntStream.range(0, levels.length).forEach(i -> levels[i] = (byte) (pattern.charAt(i) - 'a' - 1));
        return levels;
    }

    private static int level(double chance, double[] probabilities) {
        double sum = 0;
        for (int level = 0; level < probabilities.length - 1; level++) {
            sum += probabilities[level];
            if (chance < sum) {
                return level;
            }
        }
        return probabilities.length - 1;
    }

    /** How many of those drawn are of one person. */
    int matches() {
        return matches;
    }

    int relatives() {
        return relatives;
    }
}
