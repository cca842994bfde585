package org.hms.matching.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.hms.matching.score.MatchModel;

/** Puts down what training came to, and what in it is not to be trusted. */
final class ReportWriter {
    private static final int NAMES_SHOWN = 40;

    private final MatchModel start;
    private final TrainingSettings settings;
    private final Learned learned;
    private final Drawn drawn;
    private final List<BlockingPass> passes;
    private final List<NameTable> names;
    private final List<String> warnings = new ArrayList<>();

    ReportWriter(
            MatchModel start,
            TrainingSettings settings,
            Learned learned,
            Drawn drawn,
            List<BlockingPass> passes,
            List<NameTable> names) {
        this.start = start;
        this.settings = settings;
        this.learned = learned;
        this.drawn = drawn;
        this.passes = passes;
        this.names = names;
    }

    TrainingReport write(long people, long passPeople, double enoughMatches) {
        var comparisons = IntStream.range(0, start.comparisons().size())
                .mapToObj(i -> comparison(i, enoughMatches))
                .toList();
        var reports = IntStream.range(0, passes.size()).mapToObj(this::pass).toList();
        return new TrainingReport(
                start.version() + "/" + start.hash(),
                new TrainingReport.Sizes(
                        people,
                        RandomPairs.all(people),
                        (long) drawn.random().total(),
                        (long) drawn.namesakes().total(),
                        passPeople),
                new TrainingReport.PriorReport(
                        learned.prior(), start.priorProbability(), learned.expectedMatches(), settings.statedRecall()),
                comparisons,
                reports,
                names.stream().map(this::names).toList(),
                warnings);
    }

    private TrainingReport.ComparisonReport comparison(int i, double enoughMatches) {
        var comparison = start.comparisons().get(i);
        double[] reached = drawn.of(i).levelCounts(i, comparison.levels().size());
        double observed = Arrays.stream(reached).sum();
        if (!learned.trained(i)) {
            warnings.add(comparison.name() + " was not trained: "
                    + (observed == 0 ? "the file lacks the field." : "no pass saw matches that tell of it."));
        }
        var levels = new ArrayList<TrainingReport.LevelReport>();
        for (int level = 0; level < reached.length; level++) {
            var begin = comparison.levels().get(level);
            double matches = matches(i, level);
            boolean trained = learned.trained(i);
            levels.add(new TrainingReport.LevelReport(
                    begin.name(),
                    trained ? learned.m().of(i, level) : begin.m(),
                    trained ? learned.u().of(i, level) : begin.u(),
                    begin.m(),
                    begin.u(),
                    reached[level],
                    matches));
            if (trained) {
                warnOf(comparison.name() + "/" + begin.name(), reached[level], matches, enoughMatches);
            }
        }
        return new TrainingReport.ComparisonReport(
                comparison.name(), learned.trained(i), observed / drawn.of(i).total(), levels);
    }

    private void warnOf(String level, double reached, double matches, double enoughMatches) {
        if (reached == 0 && matches < 0.5) {
            warnings.add(level + " was never observed: m and u stand at the floor.");
        } else if (reached == 0) {
            warnings.add(level + " was reached by no drawn pair: u stands at the floor.");
        } else if (matches < 0.5) {
            warnings.add(level + " was reached by no match: m stands at or near the floor.");
        } else if (matches < enoughMatches) {
            warnings.add(String.format(Locale.ROOT, "%s: m rests on %.1f matches only.", level, matches));
        }
    }

    private double matches(int comparison, int level) {
        double sum = 0;
        for (int pass = 0; pass < passes.size(); pass++) {
            if (passes.get(pass).used().is(comparison)) {
                sum += learned.estimates()
                        .get(pass)
                        .matchesByLevel()
                        .get(comparison)
                        .get(level);
            }
        }
        return sum;
    }

    private TrainingReport.PassReport pass(int number) {
        var pass = passes.get(number);
        var estimate = learned.estimates().get(number);
        var leftOut = new ArrayList<String>();
        var levels = new ArrayList<TrainingReport.PassLevel>();
        for (int i = 0; i < start.comparisons().size(); i++) {
            var comparison = start.comparisons().get(i);
            if (!pass.used().is(i)) {
                leftOut.add(comparison.name());
                continue;
            }
            var matches = estimate.matchesByLevel().get(i);
            for (int level = 0; level < matches.size(); level++) {
                levels.add(new TrainingReport.PassLevel(
                        comparison.name(),
                        comparison.levels().get(level).name(),
                        estimate.m().of(i, level),
                        matches.get(level)));
            }
        }
        double matches = estimate.share() * pass.patterns().total();
        var note = matches >= Learned.FEWEST_MATCHES ? "" : "fewer than five matches: it teaches nothing";
        if (!estimate.converged() && note.isEmpty()) {
            warnings.add("The pass " + pass.rule().id() + " did not converge within the iterations allowed.");
        }
        return new TrainingReport.PassReport(
                pass.rule().id(),
                leftOut,
                new TrainingReport.PassPairs(
                        pass.pairsInBlocks(), pass.patterns().total(), pass.closedBlocks()),
                estimate.share(),
                convergence(estimate),
                levels,
                note);
    }

    private static TrainingReport.Convergence convergence(ExpectationMaximisation.Estimate estimate) {
        return new TrainingReport.Convergence(
                estimate.converged(),
                estimate.steps().stream()
                        .map(ExpectationMaximisation.Step::logLikelihood)
                        .toList(),
                estimate.steps().stream()
                        .map(ExpectationMaximisation.Step::change)
                        .toList());
    }

    private TrainingReport.NamesReport names(NameTable table) {
        double usual = Math.log(table.collision()) / Math.log(2);
        var common = table.shares().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(NAMES_SHOWN)
                .map(entry -> new TrainingReport.NameShare(
                        entry.getKey(), entry.getValue(), usual - Math.log(entry.getValue()) / Math.log(2)))
                .toList();
        return new TrainingReport.NamesReport(
                table.comparison(), table.fileNames(), table.nationalWeight(), table.collision(), common);
    }
}
