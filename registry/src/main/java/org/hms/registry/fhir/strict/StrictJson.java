package org.hms.registry.fhir.strict;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks JSON token by token before any parser of ours sees it and refuses what would be silently repaired, or would
 * take seconds: forbidden characters, duplicate names, huge numbers, depth, anything after the end.
 */
public final class StrictJson {
    private static final int MAX_DEPTH = 64;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH * 2)
                    .maxNameLength(1000)
                    .build())
            .build();

    /** Plain JSON may be any value; FHIR is one object, without nulls and without empty objects and arrays. */
    public enum Dialect {
        PLAIN,
        FHIR
    }

    private StrictJson() {}

    /** Returns quietly when the text may be parsed; throws {@link Malformed} with the place otherwise. */
    public static void check(String json, Dialect dialect) {
        walk(json, dialect, (parser, trail) -> {});
    }

    /** The places where a property of this name stands, with this text if one is given; for messages after the fact. */
    public static List<Place> places(String json, String element, @Nullable String text) {
        var places = new ArrayList<Place>();
        walk(json, Dialect.PLAIN, (parser, trail) -> {
            var matches = trail.element().equals(element) && (text == null || text.equals(parser.getText()));
            if (matches && !(text == null && trail.inArray())) {
                places.add(trail.place(parser.currentTokenLocation()));
            }
        });
        return places;
    }

    private interface ValueVisitor {
        void visit(JsonParser parser, JsonTrail trail) throws IOException;
    }

    private static void walk(String json, Dialect dialect, ValueVisitor visitor) {
        var trail = new JsonTrail();
        try (var parser = JSON.createParser(json)) {
            try {
                var first = parser.nextToken();
                requireRoot(first, dialect);
                for (var token = first; token != null; token = parser.nextToken()) {
                    step(parser, token, trail, dialect, visitor);
                    if (trail.depth() == 0 && token != JsonToken.FIELD_NAME) {
                        requireEnd(parser, trail);
                        return;
                    }
                }
            } catch (JsonEOFException e) {
                throw new Malformed("The JSON ends before it is complete", trail.place(parser.currentLocation()));
            } catch (StreamConstraintsException e) {
                throw new Malformed(
                        "The JSON holds a number, name or nesting that is too long",
                        trail.place(parser.currentLocation()));
            } catch (IOException e) {
                throw new Malformed("The JSON is not well-formed", trail.place(parser.currentLocation()));
            }
        } catch (IOException e) {
            throw new Malformed("The JSON is not well-formed", Place.WHOLE);
        }
    }

    private static void requireRoot(@Nullable JsonToken first, Dialect dialect) {
        if (first == null) {
            throw new Malformed("The body is empty", Place.WHOLE);
        }
        if (dialect == Dialect.FHIR && first != JsonToken.START_OBJECT) {
            throw new Malformed("A FHIR resource is a JSON object", new Place("", 1, 1));
        }
    }

    private static void requireEnd(JsonParser parser, JsonTrail trail) throws IOException {
        if (parser.nextToken() != null) {
            throw new Malformed("Something follows the end of the JSON", trail.place(parser.currentTokenLocation()));
        }
    }

    private static void step(JsonParser parser, JsonToken token, JsonTrail trail, Dialect dialect, ValueVisitor visitor)
            throws IOException {
        switch (token) {
            case FIELD_NAME -> {
                var fresh = trail.property(parser.currentName());
                refuse(StrictText.fault(parser.currentName()), parser, trail);
                refuse(fresh ? "" : "A property stands twice in one object", parser, trail);
            }
            case START_OBJECT, START_ARRAY -> {
                trail.value();
                visitor.visit(parser, trail);
                trail.open(token);
                refuse(trail.depth() > MAX_DEPTH ? "The JSON is nested deeper than " + MAX_DEPTH : "", parser, trail);
            }
            case END_OBJECT, END_ARRAY -> {
                var empty = trail.close();
                refuse(empty && dialect == Dialect.FHIR ? "FHIR has no empty objects or arrays" : "", parser, trail);
            }
            default -> {
                trail.value();
                refuse(scalarFault(parser, token, trail, dialect), parser, trail);
                visitor.visit(parser, trail);
            }
        }
    }

    private static String scalarFault(JsonParser parser, JsonToken token, JsonTrail trail, Dialect dialect)
            throws IOException {
        if (token.isNumeric()) {
            return StrictNumber.fault(parser.getText());
        }
        if (token == JsonToken.VALUE_NULL) {
            return dialect == Dialect.FHIR && !trail.inArray() ? "FHIR has no null values" : "";
        }
        if (token != JsonToken.VALUE_STRING) {
            return "";
        }
        var fault = StrictText.fault(parser.getText());
        return fault.isEmpty() && dialect == Dialect.FHIR ? StrictNumber.faultInText(parser.getText()) : fault;
    }

    private static void refuse(String fault, JsonParser parser, JsonTrail trail) {
        if (!fault.isEmpty()) {
            throw new Malformed(fault, trail.place(parser.currentTokenLocation()));
        }
    }
}
