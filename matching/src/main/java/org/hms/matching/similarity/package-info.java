/**
 * How alike two strings are: pure functions that know no model. Start reading at
 * {@link org.hms.matching.similarity.JaroWinkler}.
 */
@NullMarked
package org.hms.matching.similarity;

import org.jspecify.annotations.NullMarked;
