package org.hms.matching.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hms.matching.score.Comparison;
import org.hms.matching.score.MatchModel;
import org.hms.matching.score.ModelDraft;
import org.hms.matching.table.Blocks;
import org.hms.matching.table.PairLevels;
import org.hms.matching.table.PersonTable;

/**
 * Learns a model from records of whom nobody knows who is who: u from pairs drawn by chance, m by expectation maximisation over
 * the pairs that blocking brings together, with u fixed, the prior from the matches found; how common names are from the file.
 */
public final class ModelTrainer {
    private static final int ROUNDS = 5;
    /** A level that fewer matches have reached is told of in the report. */
    private static final double ENOUGH_MATCHES = 20;
    /** As many carriers make a name's share worth believing. */
    private static final double SURE_OF_A_NAME = 20;
    /** From so many pairs of relatives for each record on, a file is one of families. */
    private static final double FAMILIES = 1;
    /** What relatives share comes together, so that the weights of a file of families promise more than they hold. */
    private static final double LINK_AMONG_FAMILIES = 2;

    private static final double LEAST_RELATIVES = 1e-15;
    private static final double MOST_RELATIVES = 0.1;
    /** A comparison that fewer matches tell of is not learned. */
    private static final double FEWEST_MATCHES = 5;

    private final TrainingSettings settings;

    public ModelTrainer(TrainingSettings settings) {
        this.settings = settings;
    }

    /** Blocks are made for the training alone. */
    public Training train(MatchModel start, PersonTable table) {
        return train(
                start,
                table,
                Blocks.of(start.blockingRules(), table, settings.comparisonsOfARule()),
                new PairLevels(start.comparisons(), table));
    }

    /** @throws IllegalArgumentException if there are no two records */
    public Training train(MatchModel start, PersonTable table, Blocks blocks, PairLevels levels) {
        int size = table.size();
        if (size < 2) {
            throw new IllegalArgumentException("There is nothing to learn from fewer than two records");
        }
        double share = Math.clamp((double) settings.blockedPairs() / Math.max(1, blocks.pairs()), 1.0 / size, 1);
        int[] records = sample(table, share);
        double behind = Arrays.stream(records)
                .mapToDouble(record -> size - 1.0 - record)
                .sum();
        double allPairs = Math.max(1, behind) * table.comparable();
        var pairs = new TrainingPairs(table, levels);
        var drawn = pairs.drawn(settings.randomPairs(), settings.seed()).patterns(pairs.coder());
        var counted = pairs.blocked(blocks, records);
        var blocked = counted.dividedBy(blocks.cells()).patterns(pairs.coder());
        var rounds = rounds(start, blocks, drawn, blocked, allPairs, size);
        var classes = rounds.getLast().classes();
        double[] match = classes.shares(blocked).match();
        var trained = trained(blocked, classes.m(), match);
        var names = start.comparisons().parallelStream()
                .map(Comparison::name)
                .filter(NameTable::isOn)
                .map(name -> NameTable.of(name, table))
                .toList();
        double scale = (double) size * (size - 1) / 2 * table.comparable() / allPairs;
        int[] caps = new OpenedBlocks(blocks, counted, match, scale).caps(settings.comparisons());
        var model = model(start, classes, trained, names, caps, size);
        var report = new ReportWriter(start, settings, rounds, trained, drawn, blocked, names)
                .write(size, records.length, ENOUGH_MATCHES);
        return new Training(model, report);
    }

    /** Records by the hash of their ids, so that the sample is fair and does not depend on the order of rows. */
    private static int[] sample(PersonTable table, double share) {
        return IntStream.range(0, table.size())
                .filter(record -> (table.ids().hash(record) >>> 11) * 0x1p-53 < share)
                .toArray();
    }

    /** Counts u and the relatives by what is known of matches, then finds m, and again, until the three fit each other. */
    private List<ExpectationMaximisation.Estimate> rounds(
            MatchModel start, Blocks blocks, Patterns drawn, Patterns blocked, double allPairs, int size) {
        var startM = Probabilities.mOf(start.comparisons());
        var classes = new LatentClasses(
                startM, Probabilities.uOf(start.comparisons()), kin(start), 1.0 / size, settings.relatives() / size);
        var region = RelativesRegion.of(start, blocks);
        var em = new ExpectationMaximisation(blocked, startM, allPairs, settings);
        var rounds = new ArrayList<ExpectationMaximisation.Estimate>();
        for (int round = 0; round < ROUNDS; round++) {
            var u = new ChanceAgreement(start, settings, drawn, blocked, allPairs).u(classes);
            classes = classes.withU(u);
            if (region.isVisible()) {
                double relatives = region.share(blocked, classes, allPairs);
                classes = classes.withRelatives(Math.clamp(relatives, LEAST_RELATIVES, MOST_RELATIVES));
            }
            var estimate = em.from(classes);
            rounds.add(estimate);
            classes = estimate.classes();
        }
        return rounds;
    }

    private static double[] kin(MatchModel start) {
        return start.comparisons().stream().mapToDouble(Comparison::kin).toArray();
    }

    private static boolean[] trained(Patterns blocked, Probabilities m, double[] match) {
        var trained = new boolean[m.comparisons()];
        for (int i = 0; i < trained.length; i++) {
            trained[i] = Arrays.stream(blocked.reached(i, m.levels(i), match)).sum() >= FEWEST_MATCHES;
        }
        return trained;
    }

    private MatchModel model(
            MatchModel start, LatentClasses classes, boolean[] trained, List<NameTable> names, int[] caps, int size) {
        var draft = ModelDraft.of(start)
                .version(String.format(Locale.ROOT, "%s+%d.%d", start.version(), size, settings.seed()))
                .prior(classes.matches())
                .relatives(classes.relatives());
        for (int i = 0; i < trained.length; i++) {
            var comparison = start.comparisons().get(i);
            for (int level = 0; trained[i] && level < comparison.levels().size(); level++) {
                draft.level(
                        comparison.name(),
                        comparison.levels().get(level).name(),
                        classes.m().of(i, level),
                        classes.u().of(i, level));
            }
        }
        if (classes.relatives() * size >= FAMILIES) {
            draft.thresholds(LINK_AMONG_FAMILIES, start.thresholds().reviewWeight());
        }
        for (int rule = 0; rule < caps.length; rule++) {
            draft.cap(start.blockingRules().get(rule).id(), caps[rule]);
        }
        // Of a name that some twenty people carry the file knows how common it is; of rarer ones it does not.
        draft.floor(Math.min(draft.floor(), SURE_OF_A_NAME / size));
        names.forEach(table -> draft.names(table.comparison(), table.from(draft.floor()), table.collision()));
        return draft.build();
    }
}
