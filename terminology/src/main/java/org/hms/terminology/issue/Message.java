package org.hms.terminology.issue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of HL7's catalogue by its key, with what is filled in; or, where the catalogue has none, the sentence
 * itself. The id is the key without the ending that tells one from many.
 */
public record Message(@Nullable String id, @Nullable String key, List<String> arguments, String literal) {
    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String id, @Nullable String... arguments) {
        return new Message(id, id, filled(arguments), "");
    }

    /** The catalogue words some sentences differently for one and for several. */
    public static Message counted(int count, String id, @Nullable String... arguments) {
        return new Message(id, id + (count == 1 ? "_one" : "_other"), filled(arguments), "");
    }

    public static Message literal(String text) {
        return new Message(null, null, List.of(), text);
    }

    private static List<String> filled(@Nullable String... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> Objects.requireNonNullElse(argument, ""))
                .toList();
    }
}
