package org.hms.terminology.ecl;

import java.util.List;

/** What the attributes of a concept must be. */
public sealed interface Refinement {

    record All(List<Refinement> parts) implements Refinement {
        public All {
            parts = List.copyOf(parts);
        }
    }

    record Some(List<Refinement> parts) implements Refinement {
        public Some {
            parts = List.copyOf(parts);
        }
    }

    /** Attributes that stand in one role group. */
    record Group(Cardinality cardinality, Refinement attributes) implements Refinement {}

    /** An attribute with such a name and value; reversed, the concept is the value of one that has it. */
    record Attribute(Cardinality cardinality, boolean reversed, Constraint name, Comparison value)
            implements Refinement {}

    /** What a value is compared with. */
    sealed interface Comparison {}

    record AmongConcepts(Constraint concepts, boolean negated) implements Comparison {}

    record AmongLiterals(FieldTest test) implements Comparison {}
}
