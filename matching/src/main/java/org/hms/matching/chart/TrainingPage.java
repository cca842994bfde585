package org.hms.matching.chart;

import java.util.stream.Collectors;
import org.hms.matching.train.Training;
import org.hms.matching.train.TrainingReport;
import org.hms.matching.train.TrainingReport.ComparisonReport;
import org.hms.matching.train.TrainingReport.LevelReport;

/** A training report as one HTML page that needs nothing else: no script, no style or picture from outside. */
public final class TrainingPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Training of %s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body {font: 15px/1.5 system-ui, sans-serif; color: #26302b; max-width: 980px; margin: 2rem auto; padding: 0 1rem}
            table {border-collapse: collapse; margin: 1rem 0} td, th {padding: .15rem .7rem; text-align: right}
            th {border-bottom: 1px solid #c9d2cc} td:first-child, th:first-child, .left {text-align: left}
            svg {max-width: 100%%; height: auto} code {font-size: .85em} li {margin: .1rem 0}
            </style></head><body>
            <h1>Training of %s</h1>
            %s
            </body></html>
            """;

    private TrainingPage() {}

    public static String of(Training training) {
        var version = Svg.escaped(training.model().version());
        return PAGE.formatted(version, version, body(training));
    }

    private static String body(Training training) {
        var report = training.report();
        return origin(training)
                + section("What to be wary of", warnings(report))
                + section("Match weights", ModelCharts.matchWeights(training.model()))
                + section("m and u", ModelCharts.probabilities(training.model()) + levels(report))
                + section(
                        "What each round found",
                        "<p>One dot for each round. Dots far apart: m still moved while u was corrected.</p>"
                                + TrainingCharts.rounds(report) + rounds(report))
                + section("Convergence", TrainingCharts.convergence(report))
                + section(
                        "Names",
                        report.names().stream().map(TrainingCharts::names).collect(Collectors.joining("<br>")));
    }

    private static String section(String title, String content) {
        return "<h2>%s</h2>%s%n".formatted(title, content);
    }

    private static String origin(Training training) {
        var report = training.report();
        var sizes = report.sizes();
        var prior = report.prior();
        return """
                <p>Begun with <code>%s</code>; the result is <code>%s</code>.</p>
                <table>
                <tr><th>figure</th><th>value</th></tr>
                <tr><td>people</td><td>%s</td></tr>
                <tr><td>pairs they make</td><td>%s</td></tr>
                <tr><td>pairs drawn by chance, for u</td><td>%s</td></tr>
                <tr><td>pairs that blocking brought together, for m</td><td>%s</td></tr>
                <tr><td>records whose neighbours these are</td><td>%s</td></tr>
                <tr><td>matches expected among blocked pairs</td><td>%s</td></tr>
                <tr><td>recall of the blocking rules, as stated</td><td>%s</td></tr>
                <tr><td>prior: two random records are one person</td><td>%s</td></tr>
                <tr><td>prior before</td><td>%s</td></tr>
                </table>
                """.formatted(
                        Svg.escaped(report.startModel()),
                        training.model().hash(),
                        Figures.count(sizes.people()),
                        Figures.count(sizes.allPairs()),
                        Figures.count(sizes.randomPairs()),
                        Figures.count(sizes.blockedPairs()),
                        Figures.count(sizes.records()),
                        Figures.count(prior.expectedMatches()),
                        Figures.probability(prior.statedRecall()),
                        Figures.probability(prior.probability()),
                        Figures.probability(prior.start()));
    }

    private static String warnings(TrainingReport report) {
        return report.warnings().isEmpty()
                ? "<p>Every level was observed, the search converged.</p>"
                : report.warnings().stream()
                        .map(warning -> "<li>" + Svg.escaped(warning) + "</li>")
                        .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static String levels(TrainingReport report) {
        return report.comparisons().stream()
                .map(TrainingPage::comparison)
                .collect(Collectors.joining(
                        "",
                        "<table><tr><th>level</th><th>m</th><th>m before</th><th>u</th><th>u before</th><th>bits</th>"
                                + "<th>bits before</th><th>matches</th><th>pairs drawn</th></tr>",
                        "</table>"));
    }

    private static String comparison(ComparisonReport comparison) {
        var state = comparison.trained()
                ? "observed in %s of the pairs drawn".formatted(Figures.probability(comparison.observedShare()))
                : "not trained: the values before stand";
        return "<tr><td colspan=\"9\"><b>%s</b>, %s</td></tr>".formatted(Svg.escaped(comparison.name()), state)
                + comparison.levels().stream().map(TrainingPage::level).collect(Collectors.joining());
    }

    private static String level(LevelReport level) {
        return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                .formatted(
                        Svg.escaped(level.name()),
                        Figures.probability(level.m()),
                        Figures.probability(level.startM()),
                        Figures.probability(level.u()),
                        Figures.probability(level.startU()),
                        Figures.bits(level.weight()),
                        Figures.bits(level.startWeight()),
                        Figures.count(level.matches()),
                        Figures.count(level.drawnPairs()));
    }

    private static String rounds(TrainingReport report) {
        return report.rounds().stream()
                .map(round -> "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                        .formatted(
                                round.round(),
                                Figures.count(round.matches()),
                                round.convergence().change().size(),
                                round.convergence().converged() ? "yes" : "no"))
                .collect(Collectors.joining(
                        "",
                        "<table><tr><th>round</th><th>matches</th><th>iterations</th><th>converged</th></tr>",
                        "</table>"));
    }
}
