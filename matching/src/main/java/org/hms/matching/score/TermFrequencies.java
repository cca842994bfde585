package org.hms.matching.score;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How common each name is, so that two called Zárate say more than two called González. Names rarer than the floor, or not
 * in the table, count as frequent as the floor: the table of a small sample says nothing about them.
 */
public final class TermFrequencies {
    private final Map<String, Double> bits = new HashMap<>();
    private final double rarest;

    /**
     * @param shares share of the population by name in plain form
     * @param collision chance that two people drawn at random carry the same name
     */
    TermFrequencies(Map<String, Double> shares, double collision, double floor) {
        double usual = log2(collision);
        shares.forEach((name, share) -> bits.put(name, usual - log2(Math.max(share, floor))));
        rarest = usual - log2(floor);
    }

    /** The frequencies shipped with the library. */
    static TermFrequencies shipped(String comparison, double floor) {
        var shares = national(comparison);
        // The names outside the table hardly add to the chance of a collision.
        return new TermFrequencies(shares, collision(shares), floor);
    }

    static double collision(Map<String, Double> shares) {
        return shares.values().stream().mapToDouble(share -> share * share).sum();
    }

    /** The national share of each name in plain form that ships with the library, for one of the comparisons of names. */
    public static Map<String, Double> national(String comparison) {
        var file = switch (comparison) {
            case GivenNameComparison.NAME -> "given-names.csv";
            case SurnamesComparison.NAME -> "surnames.csv";
            default -> throw new IllegalArgumentException("There is no table of names for " + comparison);
        };
        var stream = TermFrequencies.class.getResourceAsStream(file);
        if (stream == null) {
            throw new IllegalStateException(file + " is missing from the class path");
        }
        var shares = new TreeMap<String, Double>();
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> shares.put(cells[0], Double.valueOf(cells[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shares;
    }

    /** log2 of the usual chance of agreement less log2 of this name's share, in bits: negative for González. */
    double bits(String plain) {
        var known = bits.get(plain);
        return known == null ? rarest : known;
    }

    /** Of a name as rare as the floor. */
    double mostBits() {
        return Math.max(rarest, 0);
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
