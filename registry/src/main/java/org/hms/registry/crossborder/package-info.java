/** What a neighbouring country may ask, and the least answer to it. Start reading at {@link org.hms.registry.crossborder.CrossBorderLookup}. */
@NullMarked
package org.hms.registry.crossborder;

import org.jspecify.annotations.NullMarked;
