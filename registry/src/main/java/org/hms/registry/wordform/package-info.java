/**
 * The words of the lexicon as plain pages that need no script: found, looked at, and new ones proposed, over a poor line and by
 * whatever browser. Start reading at {@link org.hms.registry.wordform.WordPages}.
 */
@NullMarked
package org.hms.registry.wordform;

import org.jspecify.annotations.NullMarked;
