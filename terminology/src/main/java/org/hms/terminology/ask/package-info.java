/**
 * What a question to the terminology says beside its code: languages, versions, wishes. Start at {@link org.hms.terminology.ask.TerminologyParameters}.
 */
@NullMarked
package org.hms.terminology.ask;

import org.jspecify.annotations.NullMarked;
