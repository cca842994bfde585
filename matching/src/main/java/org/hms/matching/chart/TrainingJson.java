package org.hms.matching.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hms.matching.train.Training;

/** A training report as JSON: the records of {@link org.hms.matching.train.TrainingReport} under their own names. */
public final class TrainingJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TrainingJson() {}

    public static String of(Training training) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(values(training));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records of texts and numbers have a JSON form", e);
        }
    }

    /** The version and hash of the model, and the report. */
    public static Map<String, Object> values(Training training) {
        var values = new LinkedHashMap<String, Object>();
        values.put("version", training.model().version());
        values.put("hash", training.model().hash());
        values.put("report", training.report());
        return values;
    }
}
