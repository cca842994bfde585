/**
 * What the directory lacks and what is due in it: scores, work lists for stewards. Start reading at
 * {@link org.hms.registry.upkeep.DirectoryUpkeep}.
 */
@NullMarked
package org.hms.registry.upkeep;

import org.jspecify.annotations.NullMarked;
