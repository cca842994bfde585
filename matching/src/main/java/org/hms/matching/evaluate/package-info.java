/**
 * How well a partition, or a threshold on weights, agrees with the truth, and where it does not. Start reading at
 * {@link org.hms.matching.evaluate.Accuracy} and {@link org.hms.matching.evaluate.ThresholdCurve}.
 */
@NullMarked
package org.hms.matching.evaluate;

import org.jspecify.annotations.NullMarked;
