/**
 * The texts of one concept, chosen and compared by language. Start at {@link org.hms.terminology.texts.ConceptTexts}.
 */
@NullMarked
package org.hms.terminology.texts;

import org.jspecify.annotations.NullMarked;
