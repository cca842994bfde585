/**
 * Value sets as they are defined: what they include and exclude. Start at {@link org.hms.terminology.valueset.ValueSetDefinition}.
 */
@NullMarked
package org.hms.terminology.valueset;

import org.jspecify.annotations.NullMarked;
