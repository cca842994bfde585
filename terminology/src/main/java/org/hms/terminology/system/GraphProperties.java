package org.hms.terminology.system;

import java.util.Map;
import java.util.Optional;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.graph.CompiledGraph;
import org.hms.terminology.graph.RowKind;
import org.jspecify.annotations.Nullable;

/** The literal values of a graph as FHIR's properties: what SNOMED CT's release writes its way gets FHIR's form. */
final class GraphProperties {
    /** FHIR's name for what the release calls otherwise; what is not told as such has an empty one. */
    private static final Map<String, String> NAMES = Map.of("moduleId", "module", "definitionStatusId", "");

    private GraphProperties() {}

    static Optional<ContentProperty> of(CompiledGraph graph, RowKind kind, String key, String literal) {
        var name = NAMES.getOrDefault(key, key);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (key.equals("effectiveTime") && literal.length() == 8) {
            var date = literal.substring(0, 4) + "-" + literal.substring(4, 6) + "-" + literal.substring(6);
            return Optional.of(new ContentProperty(name, "dateTime", date, null, null));
        }
        if (key.equals("moduleId")) {
            return Optional.of(new ContentProperty(name, "code", literal, graph.url(), display(graph, literal)));
        }
        if (literal.startsWith("#") && kind == RowKind.ATTRIBUTE) {
            var number = literal.substring(1);
            return Optional.of(
                    new ContentProperty(name, number.contains(".") ? "decimal" : "integer", number, null, null));
        }
        var type = literal.equals("true") || literal.equals("false") ? "boolean" : "string";
        return Optional.of(new ContentProperty(name, type, literal, null, null));
    }

    private static @Nullable String display(CompiledGraph graph, String code) {
        var ordinal = graph.find(code);
        return ordinal < 0 ? null : graph.display(ordinal);
    }
}
