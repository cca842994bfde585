/**
 * The directory's facilities and services as lists: taken in from other systems' files, row by row and with a way back; the
 * facilities and the territory given out.
 * Start reading at {@link org.hms.registry.exchange.DirectoryImports} and {@link org.hms.registry.exchange.FacilityTable}.
 */
@NullMarked
package org.hms.registry.exchange;

import org.jspecify.annotations.NullMarked;
