/**
 * Many people as columns of numbered values, so that each distinct value is standardised once and each two distinct values are
 * compared once; and the blocks and pairs that they make. Start reading at {@link org.hms.matching.table.PersonTable}.
 */
@NullMarked
package org.hms.matching.table;

import org.jspecify.annotations.NullMarked;
