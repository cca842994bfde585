/**
 * How well a partition agrees with the truth. Start reading at {@link org.hms.matching.evaluate.Accuracy}.
 */
@NullMarked
package org.hms.matching.evaluate;

import org.jspecify.annotations.NullMarked;
