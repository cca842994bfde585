package org.hms.terminology.content;

import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/** A code that is put together of concepts of the system, such as SNOMED CT's postcoordinated expressions and ICD-11's clusters. */
public interface ContentExpression {

    /** The expression with the texts of its concepts. */
    String display();

    /** The language of these texts, as a BCP 47 tag. */
    String language();

    /** The expression in the one form that all ways to write it have in common. */
    String normalForm();

    /** What of it was not checked, for the one who validates it. */
    String remark();

    /** The concepts that stand beneath the expression. */
    RoaringBitmap descendants();

    /** Whether another expression of the same system stands beneath this one, or is the same. */
    boolean subsumes(ContentExpression other);

    /** The ordinal of the first concept that is refined. */
    int focus();

    /** What the focus and its refinement say, as properties. */
    List<ContentProperty> properties();

    /** Whether a value set's filter selects the expression; false where the system knows no such filter. */
    boolean passes(String property, String operator, String value);
}
