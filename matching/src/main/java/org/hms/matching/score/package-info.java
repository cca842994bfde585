/**
 * Fellegi and Sunter's weighing of evidence: comparisons with ordered levels, m- and u-probabilities, term frequencies,
 * thresholds. Start reading at {@link org.hms.matching.score.MatchModel}.
 */
@NullMarked
package org.hms.matching.score;

import org.jspecify.annotations.NullMarked;
