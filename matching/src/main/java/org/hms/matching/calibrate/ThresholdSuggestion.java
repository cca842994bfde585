package org.hms.matching.calibrate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A threshold that the labels speak for, and how loudly.
 *
 * @param weight in bits of the model as it was
 * @param training the share that is right beyond the threshold, among the labels it was chosen on
 * @param heldOut the same among the labels kept aside
 * @param supported whether the interval of all labels together lies above the precision wished, and that of those kept
 *     aside does not lie below it
 */
public record ThresholdSuggestion(double weight, Share training, Share heldOut, boolean supported) {
    private static final int STEPS_UP = 20;

    /** The lowest weight from which on matches are as precise as wished; empty where none is. */
    static Optional<ThresholdSuggestion> link(Halves labels, double wished) {
        return lowest(labels.training(), wished).map(weight -> {
            var first = judged(labels, weight, wished);
            return first.supported() ? first : above(labels, weight, wished).orElse(first);
        });
    }

    /** The first weight farther up that labels do bear out, of a few tried, so that chance is not tried too often. */
    private static Optional<ThresholdSuggestion> above(Halves labels, double weight, double wished) {
        var higher = labels.training().stream()
                .mapToDouble(LabelledWeight::weight)
                .filter(other -> other > weight)
                .sorted()
                .distinct()
                .toArray();
        return IntStream.rangeClosed(1, STEPS_UP)
                .map(step -> (int) ((long) step * higher.length / (STEPS_UP + 1)))
                .filter(place -> place < higher.length)
                .distinct()
                .mapToObj(place -> judged(labels, higher[place], wished))
                .filter(ThresholdSuggestion::supported)
                .findFirst();
    }

    /** The highest weight below which pairs are two people as surely as wished; empty where none is. */
    static Optional<ThresholdSuggestion> review(Halves labels, double wished) {
        var mirrored = new Halves(mirrored(labels.training()), mirrored(labels.heldOut()));
        return link(mirrored, wished)
                .map(found -> new ThresholdSuggestion(
                        Math.nextUp(0.0 - found.weight()), found.training(), found.heldOut(), found.supported()));
    }

    private static List<LabelledWeight> mirrored(List<LabelledWeight> labels) {
        return labels.stream()
                .map(label -> new LabelledWeight(0.0 - label.weight(), !label.match()))
                .toList();
    }

    private static ThresholdSuggestion judged(Halves labels, double weight, double wished) {
        var training = beyond(labels.training(), weight);
        var heldOut = beyond(labels.heldOut(), weight);
        boolean supported = training.plus(heldOut).lower() >= wished && heldOut.of() > 0 && heldOut.upper() >= wished;
        return new ThresholdSuggestion(weight, training, heldOut, supported);
    }

    private static Share beyond(List<LabelledWeight> labels, double weight) {
        var some = labels.stream().filter(label -> label.weight() >= weight).toList();
        return Share.of(some.stream().filter(LabelledWeight::match).count(), some.size());
    }

    /** Where the share cautiously reaches what is wished, else where its interval does, else where the share itself does. */
    private static Optional<Double> lowest(List<LabelledWeight> labels, double wished) {
        var falling = labels.stream()
                .sorted(Comparator.comparingDouble(LabelledWeight::weight).reversed())
                .toList();
        Optional<Double> surest = Optional.empty();
        Optional<Double> sure = Optional.empty();
        Optional<Double> seeming = Optional.empty();
        long right = 0;
        for (int i = 0; i < falling.size(); i++) {
            double weight = falling.get(i).weight();
            right += falling.get(i).match() ? 1 : 0;
            if (i + 1 < falling.size() && falling.get(i + 1).weight() == weight) {
                continue;
            }
            var share = Share.of(right, i + 1L);
            surest = share.cautiously() >= wished ? Optional.of(weight) : surest;
            sure = share.lower() >= wished ? Optional.of(weight) : sure;
            seeming = share.share() >= wished ? Optional.of(weight) : seeming;
        }
        return surest.isPresent() ? surest : sure.isPresent() ? sure : seeming;
    }
}
