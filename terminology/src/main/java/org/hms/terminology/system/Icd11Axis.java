package org.hms.terminology.system;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One axis of a code of ICD-11: what may be said more about it. All that stands beneath one of the values, itself included,
 * is a value. As text it reads {@code laterality NotAllowed 1435602785}, with {@code required} behind the name where it must
 * have a value.
 */
public record Icd11Axis(String name, boolean required, Multiplicity multiplicity, List<String> values) {
    static final String REQUIRED = "required";

    /** How many values the axis takes, in WHO's words. */
    public enum Multiplicity {
        ONE("NotAllowed"),
        ONE_OF_A_BLOCK("AllowedExceptFromSameBlock"),
        MANY("AllowAlways");

        private final String word;

        Multiplicity(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Icd11Axis {
        values = List.copyOf(values);
    }

    public Icd11Axis withValues(List<String> others) {
        return new Icd11Axis(name, required, multiplicity, others);
    }

    public String text() {
        return name + " " + (required ? REQUIRED + " " : "") + multiplicity.word() + " " + String.join(" ", values);
    }

    static Icd11Axis parse(String text) {
        var words = List.of(text.split(" "));
        var required = words.get(1).equals(REQUIRED);
        var rest = words.subList(required ? 2 : 1, words.size());
        var multiplicity = Arrays.stream(Multiplicity.values())
                .filter(one -> one.word().equals(rest.getFirst()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not an axis: " + text));
        return new Icd11Axis(words.getFirst(), required, multiplicity, rest.subList(1, rest.size()));
    }

    /** The axes of one code, a line each. */
    public static String text(List<Icd11Axis> axes) {
        return axes.isEmpty()
                ? Icd11Axes.NONE
                : axes.stream().map(Icd11Axis::text).collect(Collectors.joining("\n"));
    }
}
