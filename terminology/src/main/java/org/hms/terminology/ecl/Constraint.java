package org.hms.terminology.ecl;

import java.util.List;

/** What an expression constraint says, as a tree. */
public sealed interface Constraint {

    /** A concept by its code. */
    record One(String code) implements Constraint {}

    /** Every concept of the hierarchy. */
    record Any() implements Constraint {}

    /** The concepts at some distance from others. */
    record Related(Direction direction, Constraint to) implements Constraint {}

    /** The members of reference sets, or what stands in these fields of their rows ({@code *}: in any). */
    record MemberOf(Constraint refsets, List<String> fields, List<FieldTest> tests) implements Constraint {
        public MemberOf {
            fields = List.copyOf(fields);
            tests = List.copyOf(tests);
        }
    }

    record Both(List<Constraint> parts) implements Constraint {
        public Both {
            parts = List.copyOf(parts);
        }
    }

    record Either(List<Constraint> parts) implements Constraint {
        public Either {
            parts = List.copyOf(parts);
        }
    }

    record Without(Constraint all, Constraint without) implements Constraint {}

    record Refined(Constraint focus, Refinement refinement) implements Constraint {}

    /** The values of the attributes of the concepts, one attribute after the other. */
    record Dotted(Constraint from, List<Constraint> attributes) implements Constraint {
        public Dotted {
            attributes = List.copyOf(attributes);
        }
    }

    /** Those of which all tests hold; tests of texts must hold of one and the same text. */
    record Filtered(Constraint all, boolean ofTexts, List<FieldTest> tests) implements Constraint {
        public Filtered {
            tests = List.copyOf(tests);
        }
    }

    /** With those out of use that these association reference sets lead to them. */
    record WithHistory(Constraint of, HistoryProfile profile, List<Constraint> associations) implements Constraint {
        public WithHistory {
            associations = List.copyOf(associations);
        }
    }

    /** Which way, and how far. */
    enum Direction {
        DESCENDANTS("<"),
        DESCENDANTS_OR_SELF("<<"),
        CHILDREN("<!"),
        CHILDREN_OR_SELF("<<!"),
        ANCESTORS(">"),
        ANCESTORS_OR_SELF(">>"),
        PARENTS(">!"),
        PARENTS_OR_SELF(">>!"),
        TOP("!!>"),
        BOTTOM("!!<");

        private final String sign;

        Direction(String sign) {
            this.sign = sign;
        }

        static Direction of(String sign) {
            for (var direction : values()) {
                if (direction.sign.equals(sign)) {
                    return direction;
                }
            }
            throw new EclException("No operator: " + sign);
        }
    }

    /** How much of the history: HISTORY-MIN, HISTORY-MOD, HISTORY-MAX, or named reference sets. */
    enum HistoryProfile {
        MIN,
        MOD,
        MAX,
        NAMED
    }
}
