/**
 * Why two records are or are not one person, step by step, in data and in words. Start reading at
 * {@link org.hms.matching.explain.Explanation}.
 */
@NullMarked
package org.hms.matching.explain;

import org.jspecify.annotations.NullMarked;
