package org.hms.matching.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A model file being changed. What comes out is read as any file is, so nothing can be written that could not be read;
 * whatever is not changed stays as it was, but for comments.
 */
public final class ModelDraft {
    private static final MathContext DIGITS = new MathContext(7);
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build();

    private final ObjectNode root;

    private ModelDraft(ObjectNode root) {
        this.root = root;
    }

    public static ModelDraft of(MatchModel model) {
        try {
            return new ModelDraft((ObjectNode) YAML.readTree(model.text()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This model was read before", e);
        }
    }

    public ModelDraft version(String version) {
        root.put("version", version);
        return this;
    }

    public ModelDraft prior(double probability) {
        root.put("prior_probability", rounded(probability));
        return this;
    }

    /** @param probability that two random records are of two relatives */
    public ModelDraft relatives(double probability) {
        root.put("relatives_probability", rounded(probability));
        return this;
    }

    /** @param records the largest block that the rule opens */
    public ModelDraft cap(String rule, int records) {
        for (var node : root.path("blocking")) {
            if (node.path("rule").asText().equals(rule)) {
                ((ObjectNode) node).put("cap", records);
            }
        }
        return this;
    }

    /** From which weights on, in bits, two records are linked and a steward is asked; the margin stays. */
    public ModelDraft thresholds(double link, double review) {
        root.withObject("/thresholds").put("link", rounded(link)).put("review", rounded(review));
        return this;
    }

    public ModelDraft level(String comparison, String level, double m, double u) {
        var node = (ObjectNode) root.at("/comparisons/" + comparison + "/levels/" + level);
        node.put("m", rounded(m)).put("u", rounded(u));
        return this;
    }

    /** Tells how common names are; those rarer than the floor need not be told. See {@link TermFrequencies}. */
    public ModelDraft names(String comparison, Map<String, Double> shares, double collision) {
        var table = root.withObject("/term_frequency").withObjectProperty(TermFrequencyTables.TABLES);
        var names = table.putObject(comparison)
                .put(TermFrequencyTables.COLLISION, rounded(collision))
                .putObject(TermFrequencyTables.SHARES);
        shares.forEach((name, share) -> names.put(name, rounded(share)));
        return this;
    }

    /** The share under which names count as equally rare. */
    public double floor() {
        return root.at("/term_frequency/" + TermFrequencyTables.FLOOR).doubleValue();
    }

    public ModelDraft floor(double share) {
        root.withObject("/term_frequency").put(TermFrequencyTables.FLOOR, rounded(share));
        return this;
    }

    /** @throws InvalidModel if the changes do not make a model */
    public MatchModel build() {
        try {
            return MatchModelReader.read(YAML.writeValueAsString(root).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts and numbers has a YAML form", e);
        }
    }

    private static BigDecimal rounded(double value) {
        return new BigDecimal(value, DIGITS).stripTrailingZeros();
    }
}
