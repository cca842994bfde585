package org.hms.matching.explain;

import java.util.ArrayList;
import java.util.List;
import org.hms.matching.score.Evidence;
import org.hms.matching.score.MatchScore;

/**
 * A score taken apart: where it begins, what each comparison adds or takes, where it ends. It holds levels and bits and
 * nothing about the people compared.
 *
 * @param rules the guards that spoke, which may hold a pair back whatever its weight
 */
public record Explanation(
        double priorWeight, List<Step> steps, double weight, double probability, String grade, List<Guard> rules) {
    private static final double TOLERANCE = 1e-9;

    /**
     * What one comparison did to the weight, in bits: after = before + weight, and weight = levelWeight + termFrequency.
     *
     * @param termFrequency what the rarity of the agreed name added, below 0 where the name is common
     */
    public record Step(
            String comparison,
            String level,
            double weight,
            double levelWeight,
            double termFrequency,
            double before,
            double after) {

        /** Whether both records had the attribute. */
        public boolean speaks() {
            return !level.equals(Evidence.MISSING);
        }
    }

    public Explanation {
        steps = List.copyOf(steps);
        rules = List.copyOf(rules);
        double end = steps.isEmpty() ? priorWeight : steps.getLast().after();
        if (!(Math.abs(end - weight) <= TOLERANCE * Math.max(1, Math.abs(weight)))) {
            throw new IllegalArgumentException("Prior and parts add up to " + end + ", the score is " + weight);
        }
    }

    /** The steps in the order of the model's comparisons. */
    public static Explanation of(MatchScore score, List<Guard> rules) {
        var steps = new ArrayList<Step>();
        double running = score.priorWeight();
        for (var part : score.parts()) {
            double after = running + part.weight();
            steps.add(new Step(
                    part.comparison(),
                    part.level(),
                    part.weight(),
                    part.weight() - part.termFrequencyAdjustment(),
                    part.termFrequencyAdjustment(),
                    running,
                    after));
            running = after;
        }
        return new Explanation(
                score.priorWeight(),
                steps,
                score.weight(),
                score.probability(),
                score.grade().code(),
                rules);
    }
}
