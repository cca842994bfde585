package org.hms.matching.score;

import java.util.List;

/**
 * How likely two descriptions speak of one person, and why: weight = prior + the parts' weights, in bits. The last part,
 * {@value Kinship#NAME}, is what the pair loses because two relatives would agree in much of it as well.
 */
public record MatchScore(
        double priorWeight, List<Evidence> parts, double weight, double probability, MatchGrade grade) {
    public MatchScore {
        parts = List.copyOf(parts);
    }

    static MatchScore of(double priorWeight, List<Evidence> parts, Thresholds thresholds) {
        double weight = priorWeight;
        for (int i = 0; i < parts.size(); i++) {
            weight += parts.get(i).weight();
        }
        return new MatchScore(priorWeight, parts, weight, probability(weight), thresholds.grade(weight));
    }

    /** 2^w / (1 + 2^w), written so that no weight overflows. */
    private static double probability(double weight) {
        return 1 / (1 + Math.pow(2, -weight));
    }

    /** What this comparison said; missing when the model has no such comparison. */
    public Evidence part(String comparison) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).comparison().equals(comparison)) {
                return parts.get(i);
            }
        }
        return Evidence.missing(comparison);
    }
}
