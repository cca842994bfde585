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
    private final List<ExpectationMaximisation.Estimate> rounds;
    private final boolean[] trained;
    private final Patterns drawn;
    private final Patterns blocked;
    private final List<NameTable> names;
    private final LatentClasses learned;
    private final double[] match;
    private final List<String> warnings = new ArrayList<>();

    ReportWriter(
            MatchModel start,
            TrainingSettings settings,
            List<ExpectationMaximisation.Estimate> rounds,
            boolean[] trained,
            Patterns drawn,
            Patterns blocked,
            List<NameTable> names) {
        this.start = start;
        this.settings = settings;
        this.rounds = rounds;
        this.trained = trained;
        this.drawn = drawn;
        this.blocked = blocked;
        this.names = names;
        learned = rounds.getLast().classes();
        match = learned.shares(blocked).match();
    }

    TrainingReport write(long people, long records, double enoughMatches) {
        var comparisons = IntStream.range(0, start.comparisons().size())
                .mapToObj(i -> comparison(i, enoughMatches))
                .toList();
        if (!rounds.getLast().converged()) {
            warnings.add("The last round did not converge within the iterations allowed.");
        }
        return new TrainingReport(
                start.version() + "/" + start.hash(),
                new TrainingReport.Sizes(
                        people, people * (people - 1) / 2, (long) drawn.total(), (long) blocked.total(), records),
                new TrainingReport.PriorReport(
                        learned.matches(),
                        start.priorProbability(),
                        rounds.getLast().expectedMatches(),
                        settings.statedRecall()),
                comparisons,
                IntStream.range(0, rounds.size()).mapToObj(this::round).toList(),
                names.stream().map(this::names).toList(),
                warnings);
    }

    private TrainingReport.ComparisonReport comparison(int i, double enoughMatches) {
        var comparison = start.comparisons().get(i);
        double[] reached = drawn.reached(i, comparison.levels().size(), drawn.whole());
        double[] matches = blocked.reached(i, comparison.levels().size(), match);
        double observed = Arrays.stream(reached).sum();
        if (!trained[i]) {
            warnings.add(comparison.name() + " was not trained: "
                    + (observed == 0 ? "the file lacks the field." : "hardly any match tells of it."));
        }
        var levels = new ArrayList<TrainingReport.LevelReport>();
        for (int level = 0; level < reached.length; level++) {
            var begin = comparison.levels().get(level);
            levels.add(new TrainingReport.LevelReport(
                    begin.name(),
                    trained[i] ? learned.m().of(i, level) : begin.m(),
                    trained[i] ? learned.u().of(i, level) : begin.u(),
                    begin.m(),
                    begin.u(),
                    reached[level],
                    matches[level]));
            if (trained[i]) {
                warnOf(comparison.name() + "/" + begin.name(), reached[level], matches[level], enoughMatches);
            }
        }
        return new TrainingReport.ComparisonReport(
                comparison.name(), trained[i], observed / Math.max(1, drawn.total()), levels);
    }

    private void warnOf(String level, double reached, double matches, double enoughMatches) {
        if (reached == 0 && matches < 0.5) {
            warnings.add(level + " was never observed: m and u lean on the start model.");
        } else if (reached == 0) {
            warnings.add(level + " was reached by no drawn pair: u rests on the blocked ones and the start model.");
        } else if (matches < 0.5) {
            warnings.add(level + " was reached by no match: m leans on the start model.");
        } else if (matches < enoughMatches) {
            warnings.add(String.format(Locale.ROOT, "%s: m rests on %.1f matches only.", level, matches));
        }
    }

    private TrainingReport.RoundReport round(int number) {
        var estimate = rounds.get(number);
        var levels = new ArrayList<TrainingReport.RoundLevel>();
        for (int i = 0; i < trained.length; i++) {
            var comparison = start.comparisons().get(i);
            for (int level = 0; level < comparison.levels().size(); level++) {
                levels.add(new TrainingReport.RoundLevel(
                        comparison.name(),
                        comparison.levels().get(level).name(),
                        estimate.classes().m().of(i, level),
                        estimate.classes().u().of(i, level)));
            }
        }
        return new TrainingReport.RoundReport(
                number + 1,
                estimate.expectedMatches(),
                new TrainingReport.Convergence(
                        estimate.converged(),
                        estimate.steps().stream()
                                .map(ExpectationMaximisation.Step::logLikelihood)
                                .toList(),
                        estimate.steps().stream()
                                .map(ExpectationMaximisation.Step::change)
                                .toList()),
                levels);
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
