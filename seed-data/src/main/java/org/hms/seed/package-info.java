/**
 * What ships with the registry, so that a fresh start is useful. Start reading at {@code SeedData}.
 */
@NullMarked
package org.hms.seed;

import org.jspecify.annotations.NullMarked;
