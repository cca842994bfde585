/**
 * Finds the versions of code systems and value sets that a question means. Start at {@link org.hms.terminology.resolve.Resolution}.
 */
@NullMarked
package org.hms.terminology.resolve;

import org.jspecify.annotations.NullMarked;
