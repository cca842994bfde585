/**
 * Do two descriptions speak of one person? Start reading at {@code PersonMatcher}.
 */
@NullMarked
package org.hms.matching;

import org.jspecify.annotations.NullMarked;
