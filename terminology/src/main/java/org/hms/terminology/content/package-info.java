/** What a version of a code system says, whatever holds it: a compiled generation, a lexicon, or a resource sent along. Start at {@link org.hms.terminology.content.CodeSystemContent}. */
@NullMarked
package org.hms.terminology.content;

import org.jspecify.annotations.NullMarked;
