package org.hms.matching.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A linkage model of things that are no people: prior, thresholds, and for each comparison its levels. Whoever compares
 * says which level two things reach; the model says what that weighs, in the same bits and by the same sum as
 * {@link MatchModel}.
 */
public final class LevelModel {
    private final String version;
    private final double priorWeight;
    private final Thresholds thresholds;
    private final Map<String, Map<String, ComparisonLevel>> comparisons = new HashMap<>();

    private LevelModel(Node root, Map<String, ? extends List<? extends Enum<?>>> levels) {
        root.allow("version", "prior_probability", "thresholds", "comparisons");
        version = root.text("version");
        double prior = root.number("prior_probability");
        if (!(prior > 0 && prior < 1)) {
            throw new InvalidModel("prior_probability", "lies between 0 and 1");
        }
        priorWeight = Math.log(prior / (1 - prior)) / Math.log(2);
        thresholds = MatchModelReader.thresholds(root.child("thresholds"));
        var node = root.child("comparisons");
        node.allow(levels.keySet().toArray(String[]::new));
        levels.forEach((name, constants) -> {
            var byName = new HashMap<String, ComparisonLevel>();
            MatchModelReader.levels(
                            node.child(name),
                            constants.stream().map(LevelModel::name).toList())
                    .levels()
                    .forEach(level -> byName.put(level.name(), level));
            comparisons.put(name, byName);
        });
    }

    /**
     * @param levels the comparisons that the file must describe, each with its levels
     * @throws InvalidModel if the text is not such a model; the message names the key at fault
     */
    public static LevelModel read(InputStream yaml, Map<String, ? extends List<? extends Enum<?>>> levels) {
        try {
            return new LevelModel(new Node("model", MatchModelReader.parse(yaml.readAllBytes())), levels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String version() {
        return version;
    }

    public Thresholds thresholds() {
        return thresholds;
    }

    /**
     * What it weighs that two things reach this level.
     *
     * @param rarity how much rarer than usual, in bits, what they agree in is
     */
    public Evidence evidence(String comparison, Enum<?> level, double rarity) {
        var levels = comparisons.get(comparison);
        var found = levels == null ? null : levels.get(name(level));
        if (found == null) {
            throw new IllegalArgumentException("The model has no level " + name(level) + " of " + comparison);
        }
        double bits = found.termFrequencyWeight() * rarity;
        return new Evidence(comparison, found.name(), found.weight() + bits, bits, found.weight() + bits);
    }

    /** Prior and evidence together. */
    public MatchScore score(List<Evidence> parts) {
        return MatchScore.of(priorWeight, parts, thresholds);
    }

    private static String name(Enum<?> level) {
        return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
