package org.hms.seed.hard;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.hms.seed.people.SyntheticName;

/** The four name fields of a record, empty where nothing is written. */
record WrittenName(String given, String first, String second, String married) {

    private static final Locale SPANISH = Locale.of("es", "PY");

    static WrittenName of(SyntheticName name) {
        return new WrittenName(
                String.join(" ", name.given()),
                name.family().getFirst(),
                name.family().size() > 1 ? name.family().getLast() : "",
                name.married() == null ? "" : name.married());
    }

    WrittenName withGiven(String other) {
        return new WrittenName(other, first, second, married);
    }

    WrittenName withFirst(String other) {
        return new WrittenName(given, other, second, married);
    }

    WrittenName withSecond(String other) {
        return new WrittenName(given, first, other, married);
    }

    WrittenName withMarried(String other) {
        return new WrittenName(given, first, second, other);
    }

    WrittenName everyField(UnaryOperator<String> change) {
        return new WrittenName(change.apply(given), change.apply(first), change.apply(second), change.apply(married));
    }

    WrittenName inCapitals() {
        return everyField(field -> field.toUpperCase(SPANISH));
    }

    /** All in one line, as the name of a mother is written. */
    String inOneLine() {
        return (given + " " + first + " " + second).strip();
    }
}
