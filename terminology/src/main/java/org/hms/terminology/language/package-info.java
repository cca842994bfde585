/**
 * How people write: orthography, inflection and frames of Guaraní, Jopara and Spanish, as pure functions. Start reading at {@link org.hms.terminology.language.SentenceReader}.
 */
@NullMarked
package org.hms.terminology.language;

import org.jspecify.annotations.NullMarked;
