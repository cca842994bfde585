package org.hms.terminology.texts;

import java.util.List;

/** A code system that has texts from supplements. */
public interface SupplementTexts {

    List<ConceptText> supplementTexts(int ordinal);
}
