/**
 * Value sets written out code by code. Start at {@link org.hms.terminology.expand.ValueSetExpander}.
 */
@NullMarked
package org.hms.terminology.expand;

import org.jspecify.annotations.NullMarked;
