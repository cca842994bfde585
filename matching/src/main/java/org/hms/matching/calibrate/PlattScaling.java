package org.hms.matching.calibrate;

import java.util.List;

/**
 * Probability as a logistic function of the weight (Platt 1999): its log odds are slope * weight + offset, in bits. A model
 * that is right has slope 1 and offset 0.
 */
public record PlattScaling(double slope, double offset) {
    public static final PlattScaling AS_THE_MODEL_SAYS = new PlattScaling(1, 0);

    private static final double LN2 = Math.log(2);
    private static final int MOST_STEPS = 100;
    private static final double CONVERGED = 1e-10;
    private static final double FARTHEST_OFFSET = 200;

    public double probability(double weight) {
        return 1 / (1 + Math.exp(-LN2 * (slope * weight + offset)));
    }

    /**
     * Slope and offset of the greatest likelihood, by Newton's method. Labels count as Platt's targets, a little off 0 and
     * 1, so that labels which the weight divides cleanly have a finite answer.
     */
    public static PlattScaling fit(List<LabelledWeight> labels) {
        var targets = Targets.of(labels);
        double slope = 1;
        double offset = offset(labels).offset() * LN2;
        double loss = loss(labels, targets, slope, offset);
        for (int step = 0; step < MOST_STEPS; step++) {
            var move = newton(labels, targets, slope, offset);
            double length = 1;
            double reached = loss(labels, targets, slope + move[0], offset + move[1]);
            while (reached > loss && length > CONVERGED) {
                length /= 2;
                reached = loss(labels, targets, slope + length * move[0], offset + length * move[1]);
            }
            if (!(loss - reached > CONVERGED)) {
                break;
            }
            slope += length * move[0];
            offset += length * move[1];
            loss = reached;
        }
        return new PlattScaling(slope, offset / LN2);
    }

    /** The offset of the greatest likelihood where the weights themselves are taken as right: slope 1. */
    public static PlattScaling offset(List<LabelledWeight> labels) {
        var targets = Targets.of(labels);
        double low = -FARTHEST_OFFSET;
        double high = FARTHEST_OFFSET;
        while (high - low > CONVERGED) {
            double middle = (low + high) / 2;
            double excess = 0;
            for (var label : labels) {
                excess += new PlattScaling(1, middle).probability(label.weight()) - targets.of(label);
            }
            if (excess > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return new PlattScaling(1, (low + high) / 2);
    }

    private record Targets(double match, double other) {
        static Targets of(List<LabelledWeight> labels) {
            double matches = labels.stream().filter(LabelledWeight::match).count();
            double others = labels.size() - matches;
            return new Targets((matches + 1) / (matches + 2), 1 / (others + 2));
        }

        double of(LabelledWeight label) {
            return label.match() ? match : other;
        }
    }

    private static double logOdds(LabelledWeight label, double slope, double offset) {
        return slope * label.weight() * LN2 + offset;
    }

    private static double loss(List<LabelledWeight> labels, Targets targets, double slope, double offset) {
        double loss = 0;
        for (var label : labels) {
            double odds = logOdds(label, slope, offset);
            loss += Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))) - targets.of(label) * odds;
        }
        return loss;
    }

    /** The step that would reach the top if the likelihood were a parabola. */
    private static double[] newton(List<LabelledWeight> labels, Targets targets, double slope, double offset) {
        double ss = 1e-9;
        double so = 0;
        double oo = 1e-9;
        double s = 0;
        double o = 0;
        for (var label : labels) {
            double x = label.weight() * LN2;
            double p = 1 / (1 + Math.exp(-logOdds(label, slope, offset)));
            double curve = p * (1 - p);
            ss += curve * x * x;
            so += curve * x;
            oo += curve;
            s += (targets.of(label) - p) * x;
            o += targets.of(label) - p;
        }
        double determinant = ss * oo - so * so;
        return new double[] {(oo * s - so * o) / determinant, (ss * o - so * s) / determinant};
    }
}
