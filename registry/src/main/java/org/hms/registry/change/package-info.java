/** The change log: what was committed, in the order it became visible. Start reading at {@link org.hms.registry.change.Change}. */
@NullMarked
package org.hms.registry.change;

import org.jspecify.annotations.NullMarked;
