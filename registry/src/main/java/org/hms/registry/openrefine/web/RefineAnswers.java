package org.hms.registry.openrefine.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hms.registry.openrefine.Candidate;
import org.hms.registry.openrefine.Entity;
import org.hms.registry.openrefine.EntityCatalogue;
import org.hms.registry.openrefine.EntityProperty;
import org.hms.registry.openrefine.EntityType;
import org.hms.registry.openrefine.PropertyValue;

/** What the service answers, in the form that the specification's schemas describe. */
final class RefineAnswers {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RefineAnswers() {}

    /**
     * @param endpoint the URL of the service, without a slash at its end
     * @param closed whether it is asked with a token alone
     */
    static ObjectNode manifest(EntityCatalogue catalogue, String endpoint, boolean closed) {
        var presentation = catalogue.presentation();
        var manifest = NODES.objectNode();
        manifest.putArray("versions").add("0.1").add("0.2");
        manifest.put("name", presentation.name());
        manifest.put("identifierSpace", presentation.identifierSpace());
        manifest.put("schemaSpace", presentation.schemaSpace());
        manifest.putArray("defaultTypes").add(type(catalogue.types().getFirst()));
        manifest.put("batchSize", RefineQueries.BATCH);
        manifest.putObject("view").put("url", endpoint + "/preview?id={{id}}");
        manifest.putObject("preview")
                .put("url", endpoint + "/preview?id={{id}}")
                .put("width", 420)
                .put("height", 260);
        var suggest = manifest.putObject("suggest");
        for (var kind : List.of("entity", "property", "type")) {
            suggest.putObject(kind)
                    .put("service_url", endpoint)
                    .put("service_path", "/suggest/" + kind)
                    .put("flyout_service_url", endpoint)
                    .put("flyout_service_path", "/flyout/" + kind + "?id=${id}");
        }
        var extend = manifest.putObject("extend");
        extend.putObject("propose_properties").put("service_url", endpoint).put("service_path", "/properties");
        extend.putArray("property_settings");
        if (closed) {
            manifest.putObject("authentication").put("type", "http").put("scheme", "bearer");
        }
        return manifest;
    }

    static ObjectNode results(Map<String, List<Candidate>> results) {
        var batch = NODES.objectNode();
        results.forEach((name, candidates) -> {
            var array = batch.putObject(name).putArray("result");
            candidates.forEach(candidate -> array.add(candidate(candidate)));
        });
        return batch;
    }

    private static ObjectNode candidate(Candidate candidate) {
        var node = entity(candidate.entity());
        var types = node.putArray("type");
        candidate.entity().types().forEach(type -> types.add(reference(type)));
        node.put("score", candidate.score());
        node.put("match", candidate.match());
        var features = node.putArray("features");
        candidate
                .features()
                .forEach((id, value) -> features.addObject().put("id", id).put("value", value));
        return node;
    }

    private static ObjectNode entity(Entity entity) {
        var node = NODES.objectNode().put("id", entity.id()).put("name", entity.name());
        return entity.description() == null ? node : node.put("description", entity.description());
    }

    private static ObjectNode reference(EntityType type) {
        return NODES.objectNode().put("id", type.id()).put("name", type.name());
    }

    private static ObjectNode type(EntityType type) {
        var node = reference(type);
        if (type.broader() != null) {
            node.putArray("broader").add(type(type.broader()));
        }
        return node;
    }

    static ObjectNode suggestedEntities(List<Entity> entities) {
        return result(entities.stream()
                .map(entity -> {
                    var node = entity(entity);
                    var notable = node.putArray("notable");
                    entity.types().forEach(type -> notable.add(reference(type)));
                    return node;
                })
                .toList());
    }

    static ObjectNode suggestedProperties(List<EntityProperty> properties) {
        return result(properties.stream().map(RefineAnswers::property).toList());
    }

    static ObjectNode suggestedTypes(List<EntityType> types) {
        return result(types.stream().map(RefineAnswers::type).toList());
    }

    private static ObjectNode property(EntityProperty property) {
        return NODES.objectNode()
                .put("id", property.id())
                .put("name", property.name())
                .put("description", property.description());
    }

    private static ObjectNode result(Collection<ObjectNode> nodes) {
        var answer = NODES.objectNode();
        answer.putArray("result").addAll(nodes);
        return answer;
    }

    static ObjectNode flyout(String id, String html) {
        return NODES.objectNode().put("id", id).put("html", html);
    }

    static ObjectNode proposal(String type, int limit, List<EntityProperty> properties) {
        var answer = NODES.objectNode().put("type", type).put("limit", limit);
        answer.putArray("properties")
                .addAll(properties.stream().map(RefineAnswers::property).toList());
        return answer;
    }

    static ObjectNode extension(List<EntityProperty> properties, List<String> ids, Map<String, Entity> entities) {
        var answer = NODES.objectNode();
        var meta = answer.putArray("meta");
        properties.forEach(property -> meta.addObject().put("id", property.id()).put("name", property.name()));
        var rows = answer.putObject("rows");
        for (var id : ids) {
            var row = rows.putObject(id);
            var entity = entities.get(id);
            for (var property : properties) {
                var values = entity == null
                        ? List.<PropertyValue>of()
                        : entity.values().getOrDefault(property.id(), List.of());
                row.set(property.id(), values(values));
            }
        }
        return answer;
    }

    private static ArrayNode values(List<PropertyValue> values) {
        var array = NODES.arrayNode();
        for (var value : values) {
            switch (value) {
                case PropertyValue.Text(var text) -> array.addObject().put("str", text);
                case PropertyValue.Decimal(var number) -> array.addObject().put("float", number);
                case PropertyValue.Day(var day) ->
                    array.addObject()
                            .put("date", DateTimeFormatter.ISO_INSTANT.format(day.atStartOfDay(ZoneOffset.UTC)));
            }
        }
        return array;
    }
}
