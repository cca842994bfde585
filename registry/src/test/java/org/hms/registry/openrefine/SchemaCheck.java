package org.hms.registry.openrefine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds an answer against one of the specification's JSON schemas: as much of the language as these use, and a keyword that
 * is not known here is an error rather than passed over.
 */
public final class SchemaCheck {

    private static final Set<String> SAYING_NOTHING =
            Set.of("$schema", "$id", "title", "description", "definitions", "format");

    private final Path folder;
    private final JsonNode root;
    private final List<String> faults = new ArrayList<>();

    private SchemaCheck(Path folder, JsonNode root) {
        this.folder = folder;
        this.root = root;
    }

    /** What is wrong, each with its place; empty where nothing is. */
    public static List<String> faults(Path folder, String schema, JsonNode answer) {
        var check = of(folder, schema);
        check.check("", check.root, answer);
        return check.faults;
    }

    private static SchemaCheck of(Path folder, String schema) {
        try {
            return new SchemaCheck(
                    folder, new ObjectMapper().readTree(folder.resolve(schema).toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(String at, JsonNode schema, JsonNode node) {
        schema.properties().forEach(rule -> rule(at, rule.getKey(), rule.getValue(), schema, node));
    }

    private void rule(String at, String keyword, JsonNode value, JsonNode schema, JsonNode node) {
        switch (keyword) {
            case "type" -> require(isOf(value.asText(), node), at, "is no " + value.asText());
            case "required" ->
                value.forEach(
                        name -> require(!node.isObject() || node.has(name.asText()), at, "lacks " + name.asText()));
            case "properties", "patternProperties", "additionalProperties" -> members(at, keyword, value, schema, node);
            case "items", "contains", "minItems", "uniqueItems" -> elements(at, keyword, value, node);
            case "enum" -> require(list(value).contains(node), at, "is none of " + value);
            case "pattern" ->
                require(
                        !node.isTextual()
                                || Pattern.compile(value.asText())
                                        .matcher(node.asText())
                                        .find(),
                        at,
                        "is not like " + value);
            case "oneOf" ->
                require(list(value).stream().filter(one -> fits(one, node)).count() == 1, at, "is not one of several");
            case "anyOf" -> require(list(value).stream().anyMatch(one -> fits(one, node)), at, "is none of several");
            case "$ref" -> referred(at, value.asText(), node);
            default -> require(SAYING_NOTHING.contains(keyword), at, "has a schema with " + keyword);
        }
    }

    private void members(String at, String keyword, JsonNode value, JsonNode schema, JsonNode node) {
        switch (keyword) {
            case "properties" ->
                value.properties().stream()
                        .filter(property -> node.has(property.getKey()))
                        .forEach(property ->
                                check(at + "/" + property.getKey(), property.getValue(), node.get(property.getKey())));
            case "patternProperties" ->
                value.properties()
                        .forEach(pattern -> node.properties().stream()
                                .filter(member -> Pattern.compile(pattern.getKey())
                                        .matcher(member.getKey())
                                        .find())
                                .forEach(member ->
                                        check(at + "/" + member.getKey(), pattern.getValue(), member.getValue())));
            default -> {
                if (!value.asBoolean(true)) {
                    node.fieldNames()
                            .forEachRemaining(
                                    name -> require(schema.path("properties").has(name), at, "has " + name + " too"));
                }
            }
        }
    }

    private void elements(String at, String keyword, JsonNode value, JsonNode node) {
        switch (keyword) {
            case "items" -> {
                for (int i = 0; node.isArray() && i < node.size(); i++) {
                    check(at + "/" + i, value, node.get(i));
                }
            }
            case "contains" ->
                require(
                        !node.isArray() || list(node).stream().anyMatch(one -> fits(value, one)),
                        at,
                        "has no such one");
            case "minItems" -> require(!node.isArray() || node.size() >= value.asInt(), at, "is too short");
            default -> require(Set.copyOf(list(node)).size() == node.size(), at, "has one twice");
        }
    }

    private void referred(String at, String reference, JsonNode node) {
        if (reference.startsWith("#/")) {
            check(at, root.at(reference.substring(1)), node);
        } else if (reference.startsWith("http:")) {
            // OpenAPI's security schemes, which this folder does not hold.
            require(node.has("type"), at, "lacks type");
        } else {
            faults(folder, reference, node).forEach(fault -> faults.add(at + fault));
        }
    }

    private boolean fits(JsonNode schema, JsonNode node) {
        var check = new SchemaCheck(folder, root);
        check.check("", schema, node);
        return check.faults.isEmpty();
    }

    private static List<JsonNode> list(JsonNode array) {
        var nodes = new ArrayList<JsonNode>();
        array.forEach(nodes::add);
        return nodes;
    }

    private static boolean isOf(String type, JsonNode node) {
        return switch (type) {
            case "object" -> node.isObject();
            case "array" -> node.isArray();
            case "string" -> node.isTextual();
            case "boolean" -> node.isBoolean();
            case "integer" -> node.isIntegralNumber();
            case "number" -> node.isNumber();
            default -> throw new IllegalArgumentException(type);
        };
    }

    private void require(boolean holds, String at, String fault) {
        if (!holds) {
            faults.add(at + " " + fault);
        }
    }
}
