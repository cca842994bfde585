/**
 * Finds concepts by what people say, and says why. Start reading at {@link org.hms.terminology.search.TermIndex}.
 */
@NullMarked
package org.hms.terminology.search;

import org.jspecify.annotations.NullMarked;
