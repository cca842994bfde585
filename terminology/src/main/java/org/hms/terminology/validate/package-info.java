/**
 * Whether codes belong to value sets, and what is wrong where they do not. Start at {@link org.hms.terminology.validate.CodeValidator}.
 */
@NullMarked
package org.hms.terminology.validate;

import org.jspecify.annotations.NullMarked;
