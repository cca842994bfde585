package org.hms.matching.table;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hms.matching.score.BirthDateComparison;
import org.hms.matching.score.Comparison;
import org.hms.matching.score.ComparisonLevel;
import org.hms.matching.score.GivenNameComparison;
import org.hms.matching.score.IdentifierComparison;
import org.hms.matching.score.Kinship;
import org.hms.matching.score.MatchModel;
import org.hms.matching.score.NameOrderComparison;
import org.hms.matching.score.PhoneComparison;
import org.hms.matching.score.SexComparison;
import org.hms.matching.score.SurnamesComparison;

/**
 * Weighs pairs of a table as the model's score does, to the last bit, and gives up on a pair as soon as no comparison that is
 * left could save it.
 */
public final class PairWeights {
    /** What a pair weighs that cannot reach the least weight asked for. */
    public static final double HOPELESS = Double.NEGATIVE_INFINITY;

    private final PairLevels levels;
    private final double prior;
    private final double priorAgainstRelatives;
    private final double[][] strangers;
    private final double[][] relatives;
    private final double[][] frequency;
    private final double[] mostRarity;
    private final boolean[] rareAmongRelatives;
    private final boolean[] order;
    private final int given;
    private final int surnames;
    /** The comparisons in the order in which they are asked: first what is cheap and settles most. */
    private final int[] sequence;

    /** The most that the comparisons from a place on can add. */
    private final double[] rest;

    private final double[] restAgainstRelatives;

    /** @param levels of the model's comparisons */
    public PairWeights(MatchModel model, PairLevels levels) {
        this.levels = levels;
        List<Comparison<?>> comparisons = levels.comparisons();
        int size = comparisons.size();
        prior = model.priorWeight();
        priorAgainstRelatives = model.priorWeightAgainstRelatives();
        strangers = new double[size][];
        relatives = new double[size][];
        frequency = new double[size][];
        mostRarity = new double[size];
        rareAmongRelatives = new boolean[size];
        order = new boolean[size];
        rest = new double[size + 1];
        restAgainstRelatives = new double[size + 1];
        given = place(comparisons, GivenNameComparison.NAME);
        surnames = place(comparisons, SurnamesComparison.NAME);
        sequence = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingInt(i -> rank(comparisons.get(i))))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int place = size - 1; place >= 0; place--) {
            int i = sequence[place];
            take(i, comparisons.get(i));
            rest[place] = rest[place + 1] + most(i, strangers[i], true);
            restAgainstRelatives[place] =
                    restAgainstRelatives[place + 1] + most(i, relatives[i], rareAmongRelatives[i]);
        }
    }

    private void take(int i, Comparison<?> comparison) {
        var each = comparison.levels();
        strangers[i] = each.stream().mapToDouble(ComparisonLevel::weight).toArray();
        relatives[i] = each.stream()
                .mapToDouble(ComparisonLevel::weightAgainstRelatives)
                .toArray();
        frequency[i] =
                each.stream().mapToDouble(ComparisonLevel::termFrequencyWeight).toArray();
        mostRarity[i] = comparison.mostRarity();
        rareAmongRelatives[i] = comparison.isRareAmongRelatives();
        order[i] = comparison instanceof NameOrderComparison;
    }

    /** The most that a comparison can add. */
    private double most(int i, double[] weights, boolean rare) {
        return IntStream.range(0, weights.length)
                .mapToDouble(level -> weights[level] + (rare ? frequency[i][level] * mostRarity[i] : 0))
                .reduce(0, Math::max);
    }

    private static int place(List<Comparison<?>> comparisons, String name) {
        return IntStream.range(0, comparisons.size())
                .filter(i -> comparisons.get(i).name().equals(name))
                .findFirst()
                .orElse(0);
    }

    private static int rank(Comparison<?> comparison) {
        return switch (comparison) {
            case BirthDateComparison _ -> 0;
            case SexComparison _ -> 1;
            case IdentifierComparison _ -> 2;
            case PhoneComparison _ -> 3;
            case GivenNameComparison _ -> 4;
            case SurnamesComparison _ -> 5;
            case NameOrderComparison _ -> 6;
            default -> 7;
        };
    }

    /** Of one thread. */
    public Reader reader() {
        return new Reader();
    }

    /** One thread's view. */
    public final class Reader {
        private final PairLevels.Reader read = levels.reader();
        private final Candidates candidates = new Candidates(strangers.length);

        private Reader() {}

        public double weight(int left, int right) {
            return weight(left, right, HOPELESS);
        }

        /** The weight in bits, or {@link #HOPELESS} where it lies below the least. */
        public double weight(int left, int right, double least) {
            return weights(left, new int[] {right}, 1, least)[0];
        }

        /**
         * Weighs a record with several others, one comparison of all after the other, so that memory is read ahead.
         *
         * @return the weights in the order of the others, or {@link #HOPELESS} where one lies below the least; overwritten by
         *     the next call
         */
        public double[] weights(int left, int[] others, int count, double least) {
            candidates.begin(count, prior, priorAgainstRelatives);
            int live = count;
            for (int place = 0; place < sequence.length && live > 0; place++) {
                live = compare(sequence[place], place, left, others, live, least);
            }
            for (int i = 0; i < live; i++) {
                int candidate = candidates.live[i];
                candidates.weights[candidate] = exact(left, others[candidate], candidate, least);
            }
            return candidates.weights;
        }

        /** Compares all that are still live in one attribute and gives how many remain so. */
        private int compare(int comparison, int place, int left, int[] others, int live, double least) {
            int remain = 0;
            for (int i = 0; i < live; i++) {
                int candidate = candidates.live[i];
                int level = order[comparison] && !isAsked(candidate)
                        ? Comparison.SILENT
                        : read.level(comparison, left, others[candidate]);
                candidates.levels[comparison][candidate] = (byte) level;
                if (level != Comparison.SILENT) {
                    double bits = frequency[comparison][level];
                    if (bits > 0) {
                        bits *= comparison == given
                                ? read.rarity(comparison, level, left, others[candidate])
                                : mostRarity[comparison];
                    }
                    candidates.strangers[candidate] += strangers[comparison][level] + bits;
                    candidates.relatives[candidate] +=
                            relatives[comparison][level] + (rareAmongRelatives[comparison] ? bits : 0);
                }
                if (candidates.strangers[candidate] + rest[place + 1] < least
                        || candidates.relatives[candidate] + restAgainstRelatives[place + 1] < least) {
                    candidates.weights[candidate] = HOPELESS;
                } else {
                    candidates.live[remain++] = candidate;
                }
            }
            return remain;
        }

        /** In the order of the model's own score, so that not even rounding differs. */
        private double exact(int left, int right, int candidate, double least) {
            double against = prior;
            double againstRelatives = priorAgainstRelatives;
            for (int i = 0; i < strangers.length; i++) {
                int level = candidates.levels[i][candidate];
                if (level != Comparison.SILENT) {
                    double bits =
                            frequency[i][level] == 0 ? 0 : frequency[i][level] * read.rarity(i, level, left, right);
                    against += strangers[i][level] + bits;
                    againstRelatives += relatives[i][level] + (rareAmongRelatives[i] ? bits : 0);
                }
            }
            double weight = Kinship.weight(against, againstRelatives);
            return weight < least ? HOPELESS : weight;
        }

        private boolean isAsked(int candidate) {
            return NameOrderComparison.isAskedAfter(
                    candidates.levels[given][candidate], candidates.levels[surnames][candidate]);
        }
    }

    /** What is known of several candidates while they are compared. */
    private static final class Candidates {
        private byte[][] levels;
        private double[] strangers = new double[0];
        private double[] relatives = new double[0];
        private double[] weights = new double[0];
        private int[] live = new int[0];

        private Candidates(int comparisons) {
            levels = new byte[comparisons][0];
        }

        private void begin(int count, double prior, double priorAgainstRelatives) {
            if (count > live.length) {
                int size = Math.max(64, count * 2);
                levels = new byte[levels.length][size];
                strangers = new double[size];
                relatives = new double[size];
                weights = new double[size];
                live = new int[size];
            }
            for (int i = 0; i < count; i++) {
                strangers[i] = prior;
                relatives[i] = priorAgainstRelatives;
                live[i] = i;
            }
        }
    }
}
