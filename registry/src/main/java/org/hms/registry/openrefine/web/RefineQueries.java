package org.hms.registry.openrefine.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hms.registry.openrefine.EntityQuery;
import org.hms.registry.web.Problem;
import org.hms.registry.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads what clients send as JSON in a parameter: batches of queries, and queries for extension. */
final class RefineQueries {

    /** More queries in one batch are refused. */
    static final int BATCH = 50;

    private static final int MOST_IDS = 1_000;
    private static final int USUAL_LIMIT = 10;
    private static final int MOST = 100;
    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 16;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RefineQueries() {}

    /** Which properties of which entities are wanted. */
    record Extension(List<String> ids, List<String> properties) {}

    /** The queries by the names that the client gave them, in its order. */
    static Map<String, EntityQuery> batch(String json) {
        var root = object(json, "queries");
        if (root.size() > BATCH) {
            throw new ProblemException(
                    Problem.of(413, "Content Too Large", "A batch holds at most " + BATCH + " queries"));
        }
        var queries = new LinkedHashMap<String, EntityQuery>();
        root.properties().forEach(entry -> queries.put(entry.getKey(), query(entry.getValue())));
        return queries;
    }

    static Extension extension(String json) {
        var root = object(json, "extend");
        var ids = elements(root.get("ids")).map(RefineQueries::text).toList();
        if (ids.size() > MOST_IDS) {
            throw new ProblemException(
                    Problem.of(413, "Content Too Large", "At most " + MOST_IDS + " entities are extended at once"));
        }
        var properties = elements(root.get("properties"))
                .map(property -> text(property.get("id")))
                .toList();
        if (!root.path("ids").isArray() || !root.path("properties").isArray()) {
            throw ProblemException.badParameter("extend", "is an object with the arrays ids and properties");
        }
        return new Extension(ids, properties);
    }

    private static JsonNode object(String json, String parameter) {
        try {
            var node = JSON.readTree(json);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw ProblemException.badParameter(parameter, "is no JSON");
        }
        throw ProblemException.badParameter(parameter, "is a JSON object");
    }

    private static EntityQuery query(JsonNode node) {
        var text = node.get("query");
        if (!node.isObject() || text != null && !text.isTextual()) {
            throw ProblemException.badParameter("queries", "holds objects, whose query is a string");
        }
        var properties = properties(node.get("properties"));
        var words = text == null || text.asText().isBlank() ? null : text.asText();
        if (words == null && properties.isEmpty()) {
            throw ProblemException.badParameter("queries", "holds a query with neither query nor properties");
        }
        return new EntityQuery(within(words), types(node.get("type")), properties, limit(node.get("limit")));
    }

    private static @Nullable String within(@Nullable String words) {
        if (words != null && words.length() > LONGEST) {
            throw ProblemException.badParameter("queries", "holds a query of more than " + LONGEST + " characters");
        }
        return words;
    }

    private static List<String> types(@Nullable JsonNode node) {
        return (node != null && node.isArray() ? elements(node) : Stream.ofNullable(node))
                .map(RefineQueries::text)
                .toList();
    }

    private static int limit(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return USUAL_LIMIT;
        }
        if (!node.isNumber() || node.asDouble() < 1) {
            throw ProblemException.badParameter("queries", "holds a limit that is no positive number");
        }
        return (int) Math.min(MOST, node.asDouble());
    }

    private static Map<String, List<String>> properties(@Nullable JsonNode node) {
        var properties = new LinkedHashMap<String, List<String>>();
        elements(node).forEach(property -> {
            var values = properties.computeIfAbsent(text(property.get("pid")), _ -> new ArrayList<>());
            var value = property.get("v");
            (value != null && value.isArray() ? elements(value) : Stream.ofNullable(value))
                    .forEach(each -> addValue(values, each));
        });
        properties.values().removeIf(List::isEmpty);
        return properties;
    }

    /** An entity that was reconciled before is told by its id, and by its name where our ids are not meant. */
    private static void addValue(List<String> values, JsonNode value) {
        var parts = value.isObject() ? Stream.of("id", "name").map(value::get) : Stream.of(value);
        parts.filter(part -> part != null && part.isValueNode() && !part.isNull())
                .map(part -> part.asText().strip())
                .filter(part -> !part.isEmpty())
                .forEach(values::add);
    }

    private static String text(@Nullable JsonNode node) {
        var id = node != null && node.isObject() ? node.get("id") : node;
        if (id == null || !id.isTextual()) {
            throw ProblemException.badRequest("An id is missing, or no string");
        }
        return id.asText();
    }

    private static Stream<JsonNode> elements(@Nullable JsonNode node) {
        return node == null || !node.isArray() ? Stream.empty() : node.valueStream();
    }
}
