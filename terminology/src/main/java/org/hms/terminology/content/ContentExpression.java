package org.hms.terminology.content;

import java.util.List;

/** A code that is put together of concepts of the system, such as SNOMED CT's postcoordinated expressions. */
public interface ContentExpression {

    /** The expression with the texts of its concepts. */
    String display();

    /** The language of these texts, as a BCP 47 tag. */
    String language();

    /** The expression in the one form that all ways to write it have in common. */
    String normalForm();

    /** The system's own expression, as a filter takes it, for whatever stands beneath this one. */
    String constraint();

    /** The ordinal of the first concept that is refined. */
    int focus();

    /** What the focus and its refinement say, as properties. */
    List<ContentProperty> properties();

    /** Whether a value set's filter selects the expression; false where the system knows no such filter. */
    boolean passes(String property, String operator, String value);
}
