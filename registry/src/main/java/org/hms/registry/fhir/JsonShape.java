package org.hms.registry.fhir;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.hms.registry.fhir.strict.Malformed;
import org.hms.registry.fhir.strict.Place;
import org.hms.registry.fhir.strict.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * Compares JSON with FHIR's definitions where HAPI's parser is generous: an array where one value belongs, a number
 * where a string belongs. What is unknown here is left to the parser.
 */
final class JsonShape {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NUMBERS = Set.of("decimal", "integer", "positiveInt", "unsignedInt", "integer64");

    private static final Set<String> EXTENSIONS = Set.of("extension", "modifierExtension");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private JsonShape() {}

    static void check(FhirContext context, String text) {
        try {
            new Walk(context, text).resource(JSON.readTree(text), "");
        } catch (JsonProcessingException e) {
            throw new Malformed("The JSON is not well-formed", Place.WHOLE);
        }
    }

    private record Walk(FhirContext context, String text) {

        void resource(JsonNode node, String pointer) {
            var type = node.path("resourceType");
            if (!type.isTextual()) {
                throw refuse("A resource says its resourceType", pointer.isEmpty() ? "" : pointer);
            }
            if (!context.getResourceTypes().contains(type.textValue())) {
                throw refuse("The resourceType is not one of FHIR R4", pointer + "/resourceType");
            }
            children(node, context.getResourceDefinition(type.textValue()), pointer);
        }

        private void children(JsonNode node, BaseRuntimeElementDefinition<?> definition, String pointer) {
            var choices = new HashSet<String>();
            node.properties().forEach(property -> {
                var name = property.getKey();
                var place = pointer + "/" + name;
                var child = childOf(definition, name);
                if (name.equals("fhir_comments")) {
                    throw refuse("Comments are not FHIR R4's", place);
                } else if (EXTENSIONS.contains(name)) {
                    extensions(property.getValue(), place);
                } else if (child != null) {
                    var second = child.getValidChildNames().size() > 1 && !choices.add(child.getElementName());
                    if (second) {
                        throw refuse("A choice of types holds one value", place);
                    }
                    child(property.getValue(), child, name, place);
                }
            });
        }

        private void child(JsonNode node, BaseRuntimeChildDefinition child, String name, String pointer) {
            var repeats = child.getMax() != 1;
            if (node.isArray() != repeats) {
                throw refuse(repeats ? "An array is expected" : "One value is expected, not an array", pointer);
            }
            if (!repeats) {
                value(node, child, name, pointer);
                return;
            }
            for (var i = 0; i < node.size(); i++) {
                value(node.get(i), child, name, pointer + "/" + i);
            }
        }

        private void value(JsonNode node, BaseRuntimeChildDefinition child, String name, String pointer) {
            var definition = child.getChildByName(name);
            if (definition == null) {
                return;
            }
            switch (definition.getChildType()) {
                case ID_DATATYPE -> id(node, pointer);
                case PRIMITIVE_DATATYPE -> primitive(node, definition.getName(), pointer);
                case COMPOSITE_DATATYPE, RESOURCE_BLOCK -> {
                    requireObject(node, pointer);
                    children(node, definition, pointer);
                }
                case RESOURCE, CONTAINED_RESOURCES, CONTAINED_RESOURCE_LIST -> {
                    requireObject(node, pointer);
                    resource(node, pointer);
                }
                default -> {
                    // Narrative is the parser's.
                }
            }
        }

        private void extensions(JsonNode node, String pointer) {
            if (!node.isArray()) {
                throw refuse("An array is expected", pointer);
            }
            var definition = Objects.requireNonNull(context.getElementDefinition("Extension"));
            for (var i = 0; i < node.size(); i++) {
                requireObject(node.get(i), pointer + "/" + i);
                children(node.get(i), definition, pointer + "/" + i);
            }
        }

        private void id(JsonNode node, String pointer) {
            if (!node.isTextual() || !ID.matcher(node.textValue()).matches()) {
                throw refuse("An id is 1 to 64 letters, digits, dots and hyphens", pointer);
            }
        }

        private void primitive(JsonNode node, String type, String pointer) {
            var fits = type.equals("boolean")
                    ? node.isBoolean()
                    : NUMBERS.contains(type) ? node.isNumber() : node.isTextual() || node.isNull();
            if (!fits) {
                throw refuse("A value of type " + type + " is expected", pointer);
            }
        }

        private void requireObject(JsonNode node, String pointer) {
            if (!node.isObject()) {
                throw refuse("An object is expected", pointer);
            }
        }

        private Malformed refuse(String reason, String pointer) {
            var element = pointer.replaceFirst("(/\\d+)?$", "").replaceFirst("^.*/", "");
            var place = StrictJson.places(text, element, null).stream()
                    .filter(candidate -> candidate.pointer().equals(pointer))
                    .findFirst();
            return new Malformed(reason, place.orElseGet(() -> new Place(pointer, 0, 0)));
        }

        private static @Nullable BaseRuntimeChildDefinition childOf(
                BaseRuntimeElementDefinition<?> definition, String name) {
            return definition instanceof BaseRuntimeElementCompositeDefinition<?> composite
                    ? composite.getChildByName(name)
                    : null;
        }
    }
}
