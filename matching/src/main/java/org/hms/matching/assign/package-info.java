/**
 * Which of two lists' rows belong together when each may be taken once? Start reading at
 * {@link org.hms.matching.assign.Assignment}.
 */
@NullMarked
package org.hms.matching.assign;

import org.jspecify.annotations.NullMarked;
