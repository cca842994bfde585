/**
 * Code systems that come as resources, compiled in memory with their supplements. Start at {@link org.hms.terminology.compile.DefinedContent}.
 */
@NullMarked
package org.hms.terminology.compile;

import org.jspecify.annotations.NullMarked;
