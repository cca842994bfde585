package org.hms.registry.patient.web;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.hms.matching.chart.WaterfallChart;
import org.hms.matching.explain.Explanation;
import org.hms.matching.explain.ExplanationJson;
import org.hms.matching.explain.ExplanationText;
import org.hms.matching.explain.Guard;
import org.hms.matching.explain.Phrases;
import org.hms.registry.patient.LinkEvidence;
import org.hms.registry.web.ProblemException;

/** What ties two records or holds them apart, explained in the form asked for. */
final class ExplanationView {
    private ExplanationView() {}

    static Response of(LinkEvidence pair, String format, Phrases phrases) {
        var explanation = Explanation.of(
                pair.score(),
                pair.verdict().rules().stream()
                        .map(rule -> new Guard(rule.id(), rule.sentence()))
                        .toList());
        return switch (format) {
            case "json" -> answer(ExplanationJson.of(explanation, phrases), MediaType.APPLICATION_JSON, phrases);
            case "text" -> answer(ExplanationText.of(explanation, phrases), MediaType.TEXT_PLAIN, phrases);
            case "svg" -> answer(WaterfallChart.of(explanation, phrases), PersonResource.SVG, phrases);
            default -> throw ProblemException.badParameter("format", "is json, text or svg");
        };
    }

    private static Response answer(String content, String type, Phrases phrases) {
        return Response.ok(content, type + ";charset=utf-8")
                .language(phrases.language().code())
                .build();
    }
}
