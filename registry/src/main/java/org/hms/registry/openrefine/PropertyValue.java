package org.hms.registry.openrefine;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an entity has for a property. */
public sealed interface PropertyValue {

    record Text(String text) implements PropertyValue {}

    record Decimal(double number) implements PropertyValue {}

    record Day(LocalDate day) implements PropertyValue {}

    /** The one value, or none. */
    static List<PropertyValue> ofText(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(new Text(text));
    }

    static List<PropertyValue> ofTexts(List<String> texts) {
        return texts.stream().<PropertyValue>map(Text::new).toList();
    }
}
