package org.hms.matching.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** An explanation as JSON: the figures in full, each step with its sentence. */
public final class ExplanationJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExplanationJson() {}

    public static String of(Explanation explanation, Phrases phrases) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(values(explanation, phrases));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers have a JSON form", e);
        }
    }

    private static Map<String, Object> values(Explanation explanation, Phrases phrases) {
        var values = new LinkedHashMap<String, Object>();
        values.put("language", phrases.language().code());
        values.put("priorWeight", explanation.priorWeight());
        values.put(
                "steps",
                explanation.steps().stream().map(step -> values(step, phrases)).toList());
        values.put("weight", explanation.weight());
        values.put("probability", explanation.probability());
        values.put("grade", explanation.grade());
        values.put("rules", explanation.rules());
        return values;
    }

    private static Map<String, Object> values(Explanation.Step step, Phrases phrases) {
        var values = new LinkedHashMap<String, Object>();
        values.put("comparison", step.comparison());
        values.put("name", phrases.comparison(step.comparison()));
        values.put("level", step.level());
        values.put("sentence", phrases.sentence(step.comparison(), step.level()));
        values.put("weight", step.weight());
        values.put("levelWeight", step.levelWeight());
        values.put("termFrequency", step.termFrequency());
        values.put("before", step.before());
        values.put("after", step.after());
        return values;
    }
}
