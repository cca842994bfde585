/**
 * Code systems compiled to immutable generations on disk. Start reading at {@link org.hms.terminology.system.CompiledCodeSystem}.
 */
@NullMarked
package org.hms.terminology.system;

import org.jspecify.annotations.NullMarked;
