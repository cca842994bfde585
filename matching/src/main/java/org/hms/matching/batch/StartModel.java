package org.hms.matching.batch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.hms.matching.score.MatchModel;

/** The model that training begins with, for the columns a file has: no comparison that could never speak. */
public final class StartModel {
    private static final String MOST_RECORDS = "up_to";
    private static final String RESOURCE = "start-model.yml";
    private static final int MOST_COMPARISONS = 16;
    private static final ColumnKind[] GIVEN = {ColumnKind.GIVEN_NAME, ColumnKind.FULL_NAME};
    private static final ColumnKind[] FAMILY = {
        ColumnKind.FAMILY_NAME,
        ColumnKind.FIRST_FAMILY_NAME,
        ColumnKind.SECOND_FAMILY_NAME,
        ColumnKind.MARRIED_NAME,
        ColumnKind.FULL_NAME
    };
    private static final Map<String, ColumnKind[]> NEEDED = Map.of(
            "given-name", GIVEN,
            "surnames", FAMILY,
            "birth-date", new ColumnKind[] {ColumnKind.BIRTH_DATE, ColumnKind.BIRTH_YEAR},
            "sex", new ColumnKind[] {ColumnKind.SEX},
            "identifiers", new ColumnKind[] {ColumnKind.IDENTIFIER},
            "phone", new ColumnKind[] {ColumnKind.PHONE},
            "mother", new ColumnKind[] {ColumnKind.MOTHER_NAME});

    /** In what share of cases relatives agree in a text as one person does: they live together. */
    private static final Map<ColumnKind, Double> KIN =
            Map.of(ColumnKind.PLACE, 0.7, ColumnKind.POSTCODE, 0.7, ColumnKind.EMAIL, 0.2, ColumnKind.FATHER_NAME, 0.6);

    private static final double OTHER_KIN = 0.3;

    private StartModel() {}

    /**
     * @param records how many the file has: loose blocking rules are for small files
     * @throws InvalidColumns if the mapping names more columns than a model has comparisons
     */
    public static MatchModel of(ColumnMapping mapping, int records) {
        var yaml = new YAMLMapper();
        try (var in = StartModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path");
            }
            var root = (ObjectNode) yaml.readTree(in);
            adapt((ObjectNode) root.path("comparisons"), mapping);
            keepRulesFor(records, (ArrayNode) root.path("blocking"));
            return MatchModel.read(new ByteArrayInputStream(yaml.writeValueAsBytes(root)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keepRulesFor(int records, ArrayNode rules) {
        for (var each = rules.iterator(); each.hasNext(); ) {
            var most = ((ObjectNode) each.next()).remove(MOST_RECORDS);
            if (most != null && most.asInt() < records) {
                each.remove();
            }
        }
    }

    private static void adapt(ObjectNode comparisons, ColumnMapping mapping) {
        var text = comparisons.remove("text");
        NEEDED.forEach((comparison, kinds) -> {
            if (!mapping.has(kinds)) {
                comparisons.remove(comparison);
            }
        });
        if (comparisons.path("identifiers") instanceof ObjectNode identifiers) {
            var systems = identifiers.putArray("personal_systems");
            mapping.columns().stream()
                    .filter(column -> column.kind() == ColumnKind.IDENTIFIER)
                    .map(Column::system)
                    .distinct()
                    .forEach(systems::add);
        }
        mapping.columns().stream()
                .filter(column -> column.kind().prefix() != null)
                .forEach(column -> comparisons.set(
                        column.attribute(),
                        ((ObjectNode) text.deepCopy()).put("kin", KIN.getOrDefault(column.kind(), OTHER_KIN))));
        if (!comparisons.has("given-name") || !comparisons.has("surnames")) {
            comparisons.remove("name-order");
        }
        if (comparisons.size() > MOST_COMPARISONS) {
            throw new InvalidColumns("columns", "make more than " + MOST_COMPARISONS + " comparisons");
        }
    }
}
