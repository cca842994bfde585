package org.hms.matching.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hms.matching.normalise.ComparablePerson;

/**
 * A linkage model as a file describes it: prior, comparisons with their levels, thresholds and blocking rules. Immutable;
 * known by its version and by the SHA-256 of the file's bytes.
 *
 * @param priorProbability that two random records are of one person
 * @param relativesProbability that two random records are of two relatives; 0 where the model has no such class
 * @param text the file as it was read, so that it can be written again byte for byte
 */
public record MatchModel(
        String version,
        String hash,
        double priorProbability,
        double relativesProbability,
        List<Comparison<?>> comparisons,
        Thresholds thresholds,
        List<BlockingRule> blockingRules,
        String text) {
    public MatchModel {
        comparisons = List.copyOf(comparisons);
        blockingRules = List.copyOf(blockingRules);
    }

    /** @throws InvalidModel if the file is not a model; the message names the key at fault */
    public static MatchModel read(Path yaml) {
        try (var in = Files.newInputStream(yaml)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws InvalidModel if the text is not a model; the message names the key at fault */
    public static MatchModel read(InputStream yaml) {
        try {
            return MatchModelReader.read(yaml.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the file the model was read from: whoever reads it gets this model, of the same version and hash. */
    public void write(Path yaml) {
        try {
            Files.writeString(yaml, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** log2 of the prior odds, in bits. */
    public double priorWeight() {
        return log2(priorProbability / (1 - priorProbability));
    }

    /** log2 of the odds, before anything is compared, of one person against two relatives, in bits. */
    public double priorWeightAgainstRelatives() {
        return relativesProbability == 0 ? Double.POSITIVE_INFINITY : log2(priorProbability / relativesProbability);
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    public MatchScore score(ComparablePerson left, ComparablePerson right) {
        var parts = new ArrayList<Evidence>(comparisons.size() + 1);
        double strangers = priorWeight();
        double relatives = priorWeightAgainstRelatives();
        for (int i = 0; i < comparisons.size(); i++) {
            var part = comparisons.get(i).compare(left, right);
            parts.add(part);
            strangers += part.weight();
            relatives += part.weightAgainstRelatives();
        }
        if (relativesProbability > 0) {
            parts.add(Kinship.evidence(strangers, relatives));
        }
        return MatchScore.of(priorWeight(), parts, thresholds);
    }
}
