package org.hms.matching.calibrate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What labels say of a model's weights. Everything was fitted on one part of the labels and judged on the other.
 *
 * @param platt slope and offset of Platt's scaling; a slope far from 1 asks for training, not for another prior
 * @param priorShift the bits to add to the prior, 0 where that would not help on the labels kept aside
 * @param reliability of the model as it is, of the model with its prior shifted, of Platt's scaling, of isotonic regression
 * @param link a threshold for the precision wished, if the labels show any
 * @param review the same for setting pairs aside without asking
 * @param expectedPrecision of linking all scored pairs from the suggested weight on, by Platt's scaling, labelled or not
 * @param warnings what whoever uses this should know
 */
public record Calibration(
        Counts counts,
        double wishedPrecision,
        PlattScaling platt,
        double priorShift,
        List<Reliability> reliability,
        @Nullable ThresholdSuggestion link,
        @Nullable ThresholdSuggestion review,
        @Nullable Double expectedPrecision,
        List<String> warnings) {
    public Calibration {
        reliability = List.copyOf(reliability);
        warnings = List.copyOf(warnings);
    }

    /** How many labels there are, of which kind, and in which part. */
    public record Counts(int labels, int matches, int training, int heldOut) {}

    /** The link weight in bits of the model as it was, where the labels bear it out. */
    public Optional<Double> supportedLink() {
        return Optional.ofNullable(link).filter(ThresholdSuggestion::supported).map(ThresholdSuggestion::weight);
    }

    /** The review weight in bits of the model as it was, where the labels bear it out. */
    public Optional<Double> supportedReview() {
        return Optional.ofNullable(review)
                .filter(ThresholdSuggestion::supported)
                .map(ThresholdSuggestion::weight);
    }
}
