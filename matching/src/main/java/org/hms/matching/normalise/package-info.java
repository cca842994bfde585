/**
 * From what a source wrote to what can be compared: accents folded, names taken apart, placeholders dropped. Start reading
 * at {@link org.hms.matching.normalise.Standardiser}.
 */
@NullMarked
package org.hms.matching.normalise;

import org.jspecify.annotations.NullMarked;
