package org.hms.terminology.content;

import java.util.List;

/** A code that is put together of concepts of the system, such as SNOMED CT's postcoordinated expressions. */
public interface ContentExpression {

    /** The expression with the texts of its concepts. */
    String display();

    /** The ordinal of the first concept that is refined. */
    int focus();

    /** What the focus and its refinement say, as properties. */
    List<ContentProperty> properties();

    /** Whether a value set's filter selects the expression; false where the system knows no such filter. */
    boolean passes(String property, String operator, String value);
}
