/**
 * Which value becomes golden, and from whom. Start reading at {@link org.hms.rules.survivorship.SurvivorshipPolicy} and at
 * {@code survivorship.drl}.
 */
@NullMarked
package org.hms.rules.survivorship;

import org.jspecify.annotations.NullMarked;
