package org.hms.registry.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hms.matching.batch.DedupeReport;
import org.hms.matching.table.RuleReport;

/** A deduplication's figures as JSON, as a page that needs nothing else, and as a few lines of text. */
final class DedupeReportPage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DedupeReportPage() {}

    static String json(DedupeFigures figures) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Counts have a JSON form", e);
        }
    }

    static String text(DedupeFigures figures, Path out) {
        var report = figures.report();
        var text = String.format(
                Locale.ROOT,
                "%,d records, %,d clusters, %,d comparisons, %,d pairs; %.1f s, peak memory %,d MB; see %s",
                report.records(),
                report.clusters(),
                report.comparisons(),
                report.pairsKept(),
                figures.seconds().getOrDefault("total", 0.0),
                figures.peakMemoryMegabytes(),
                out.resolve("report.html"));
        return text
                + String.join(
                        "",
                        warnings(figures).stream()
                                .map(line -> System.lineSeparator() + line)
                                .toList());
    }

    /** What whoever relies on the result should know first. */
    static List<String> warnings(DedupeFigures figures) {
        var report = figures.report();
        var warnings = new ArrayList<String>();
        warn(warnings, report.rowsWithoutId(), "rows have no id and were left out");
        warn(
                warnings,
                report.withoutKey(),
                "records lack the fields of every blocking rule and were compared with nobody");
        warn(
                warnings,
                report.onlyOverflows(),
                "records are only in blocks above the cap and were compared with nobody");
        warn(
                warnings,
                report.rules().stream().mapToLong(RuleReport::overflows).sum(),
                "blocks lay above their rule's cap and were not opened; other rules may have compared their records");
        warn(warnings, report.cuts().size(), "components lay above the cap and were cut at a higher weight");
        return warnings;
    }

    private static void warn(List<String> warnings, long count, String what) {
        if (count > 0) {
            warnings.add(String.format(Locale.ROOT, "%,d %s", count, what));
        }
    }

    static String html(DedupeFigures figures) {
        var report = figures.report();
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Deduplication report</title>
                <style>
                body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1a1a1a}
                table{border-collapse:collapse;margin:0 0 2rem}th,td{padding:.25rem .75rem;border-bottom:1px solid #ccc}
                td{text-align:right;font-variant-numeric:tabular-nums}td:first-child,th:first-child{text-align:left}
                </style></head><body><h1>Deduplication report</h1>
                """
                + "<p>Model " + escaped(report.modelVersion()) + ", SHA-256 <code>" + report.modelHash() + "</code></p>"
                + "<ul>"
                + warnings(figures).stream()
                        .map(line -> "<li>" + line + "</li>")
                        .collect(Collectors.joining()) + "</ul>"
                + table("Counts", List.of("what", "count"), counts(figures))
                + tables(report)
                + table(
                        "Seconds",
                        List.of("stage", "seconds"),
                        figures.seconds().entrySet().stream()
                                .map(entry -> List.<Object>of(
                                        entry.getKey(), String.format(Locale.ROOT, "%.2f", entry.getValue())))
                                .toList())
                + "</body></html>\n";
    }

    private static String tables(DedupeReport report) {
        return table(
                        "Blocking rules, in the order in which they are applied",
                        List.of(
                                "rule",
                                "cap",
                                "blocks opened",
                                "comparisons added",
                                "blocks above the cap",
                                "records in them",
                                "largest blocks"),
                        report.rules().stream().map(DedupeReportPage::row).toList())
                + table(
                        "What the rules find of the pairs known to be of one person",
                        List.of("rule", "pairs found first by it", "share found so far"),
                        report.recalls().stream()
                                .map(recall -> List.<Object>of(
                                        recall.rule(),
                                        recall.truePairs(),
                                        String.format(Locale.ROOT, "%.4f", recall.cumulativeRecall())))
                                .toList())
                + table(
                        "Clusters by size",
                        List.of("records", "clusters"),
                        report.clusterSizes().entrySet().stream()
                                .map(entry -> List.<Object>of(entry.getKey(), entry.getValue()))
                                .toList())
                + table(
                        "Components cut",
                        List.of("records", "from weight", "parts"),
                        report.cuts().stream()
                                .map(cut -> List.<Object>of(cut.records(), cut.weight(), cut.parts()))
                                .toList());
    }

    private static List<List<Object>> counts(DedupeFigures figures) {
        var report = figures.report();
        return List.of(
                List.of("records", report.records()),
                List.of("clusters", report.clusters()),
                List.of("pairs compared", report.comparisons()),
                List.of("pairs from the review weight on", report.pairsKept()),
                List.of("pairs weighed besides within components", report.pairsCompleted()),
                List.of("records that no rule can reach", report.withoutKey()),
                List.of("records only in blocks above the cap", report.onlyOverflows()),
                List.of("records that share no key with another", report.alone()),
                List.of("rows without an id", report.rowsWithoutId()),
                List.of("peak heap, MB", figures.peakHeapMegabytes()),
                List.of("peak memory of the process, MB", figures.peakMemoryMegabytes()),
                List.of("processors", figures.processors()));
    }

    private static List<Object> row(RuleReport rule) {
        return List.of(
                rule.rule(),
                rule.cap(),
                rule.blocks(),
                rule.comparisons(),
                rule.overflows(),
                rule.overflowRecords(),
                rule.largest().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private static String table(String title, List<String> heads, List<List<Object>> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        var html = new StringBuilder("<h2>" + title + "</h2><table><tr>");
        heads.forEach(head -> html.append("<th scope=\"col\">").append(head).append("</th>"));
        html.append("</tr>");
        for (var row : rows) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>").append(escaped(cell)).append("</td>"));
            html.append("</tr>\n");
        }
        return html.append("</table>").toString();
    }

    private static String escaped(Object cell) {
        var text = cell instanceof Number number && !(cell instanceof Double)
                ? String.format(Locale.ROOT, "%,d", number.longValue())
                : cell.toString();
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
