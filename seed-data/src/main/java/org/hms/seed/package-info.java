/**
 * What ships with the registry, so that a fresh start is useful. Start reading at {@link org.hms.seed.SeedData}.
 */
@NullMarked
package org.hms.seed;

import org.jspecify.annotations.NullMarked;
