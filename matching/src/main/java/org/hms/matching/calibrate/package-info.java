/**
 * Stewards' decisions used to correct what a model's weights mean: prior and thresholds. Start reading at
 * {@link org.hms.matching.calibrate.Calibrator}.
 */
@NullMarked
package org.hms.matching.calibrate;

import org.jspecify.annotations.NullMarked;
