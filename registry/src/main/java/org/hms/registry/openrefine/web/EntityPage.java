package org.hms.registry.openrefine.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hms.registry.openrefine.Entity;
import org.hms.registry.openrefine.EntityProperty;
import org.hms.registry.openrefine.PropertyValue;
import org.jspecify.annotations.Nullable;

/** A small page about an entity, for a frame within another's page; it runs no script and loads nothing. */
final class EntityPage {

    /** May be shown within the pages of others, as the specification asks. */
    static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *; base-uri 'none';"
            + " form-action 'none'";

    private EntityPage() {}

    static String of(Entity entity, List<EntityProperty> properties) {
        Map<String, String> names =
                properties.stream().collect(Collectors.toMap(EntityProperty::id, EntityProperty::name));
        var rows = entity.values().entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> "<dt>" + escaped(names.getOrDefault(entry.getKey(), entry.getKey())) + "</dt><dd>"
                        + escaped(written(entry.getValue())) + "</dd>")
                .collect(Collectors.joining("\n"));
        return """
            <!DOCTYPE html>
            <html lang="es"><head><meta charset="utf-8"><title>%1$s</title>
            <style>body{font:13px sans-serif;margin:8px}h1{font-size:15px;margin:0 0 4px}dl{display:grid;\
            grid-template-columns:auto 1fr;gap:2px 10px}dt{color:#555}dd{margin:0}</style></head>
            <body><h1>%1$s</h1><p>%2$s</p>
            <dl>%3$s</dl></body></html>
            """.formatted(escaped(entity.name()), escaped(entity.description()), rows);
    }

    /** A line or two, for a client that shows them beside its own list. */
    static String flyout(String name, @Nullable String description) {
        return "<p><b>" + escaped(name) + "</b><br>" + escaped(description) + "</p>";
    }

    private static String written(List<PropertyValue> values) {
        Function<PropertyValue, String> text = value -> switch (value) {
            case PropertyValue.Text(var said) -> said;
            case PropertyValue.Decimal(var number) -> Double.toString(number);
            case PropertyValue.Day(var day) -> day.toString();
        };
        return values.stream().map(text).collect(Collectors.joining("; "));
    }

    private static String escaped(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
    }
}
