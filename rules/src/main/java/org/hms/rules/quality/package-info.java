/**
 * What is amiss with an incoming person. Start reading at {@link org.hms.rules.quality.QualityPolicy} and at
 * {@code quality.drl}.
 */
@NullMarked
package org.hms.rules.quality;

import org.jspecify.annotations.NullMarked;
