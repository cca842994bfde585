package org.hms.matching.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place in the model file that knows its own path, so that an error can name it. */
record Node(String path, JsonNode json) {

    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    boolean has(String key) {
        return json.has(key);
    }

    Node child(String key) {
        var child = json.get(key);
        if (child == null || child.isNull()) {
            throw new InvalidModel(path + "." + key, "is missing");
        }
        return new Node(path + "." + key, child);
    }

    double number(String key) {
        var child = child(key);
        if (!child.json.isNumber()) {
            throw new InvalidModel(child.path, "is a number");
        }
        return child.json.doubleValue();
    }

    String text(String key) {
        var child = child(key);
        if (!child.json.isTextual() || child.json.textValue().isBlank()) {
            throw new InvalidModel(child.path, "is a text");
        }
        return child.json.textValue();
    }

    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (var child : child(key).children()) {
            @Nullable String text = child.json.textValue();
            if (text == null) {
                throw new InvalidModel(child.path, "is a text");
            }
            texts.add(text);
        }
        return texts;
    }

    /** The members of an object by name, or the items of a list by number. */
    List<Node> children() {
        var children = new ArrayList<Node>();
        if (json.isObject()) {
            json.properties().forEach(entry -> children.add(new Node(path + "." + entry.getKey(), entry.getValue())));
        } else if (json.isArray()) {
            json.forEach(item -> children.add(new Node(path + "." + children.size(), item)));
        } else {
            throw new InvalidModel(path, "has parts");
        }
        return children;
    }

    void allow(String... keys) {
        if (!json.isObject()) {
            throw new InvalidModel(path, "has parts");
        }
        var allowed = Set.of(keys);
        json.fieldNames().forEachRemaining(key -> {
            if (!allowed.contains(key)) {
                throw new InvalidModel(path + "." + key, "is not known here");
            }
        });
    }
}
