package org.hms.terminology.ecl;

import java.util.List;

/** A postcoordinated expression: concepts, refined by attributes that stand alone or in groups. */
public record Expression(List<String> focus, List<Group> groups) {

    /** Attributes of one role group; one that stands alone is in a group of its own. */
    public record Group(boolean braced, List<Attribute> attributes) {
        public Group {
            attributes = List.copyOf(attributes);
        }
    }

    public record Attribute(String name, Value value) {}

    /** What an attribute is. */
    public sealed interface Value {}

    public record Concept(String code) implements Value {}

    public record Nested(Expression expression) implements Value {}

    /** A number with its sign, a text, true or false. */
    public record Literal(String text) implements Value {}

    public Expression {
        focus = List.copyOf(focus);
        groups = List.copyOf(groups);
    }
}
