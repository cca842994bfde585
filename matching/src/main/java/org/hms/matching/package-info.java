/**
 * Do two descriptions speak of one person? Start reading at {@link org.hms.matching.PersonMatcher}.
 */
@NullMarked
package org.hms.matching;

import org.jspecify.annotations.NullMarked;
