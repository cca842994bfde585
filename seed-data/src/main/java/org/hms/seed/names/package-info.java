/**
 * Names as Paraguay bears them, drawn by frequency and decade of birth. Start reading at {@link org.hms.seed.names.NameBook}.
 */
@NullMarked
package org.hms.seed.names;

import org.jspecify.annotations.NullMarked;
