/**
 * What may be done about a compared pair: guards that hold back what statistics alone would link. Start reading at
 * {@link org.hms.rules.linkage.LinkagePolicy} and at {@code linkage.drl}.
 */
@NullMarked
package org.hms.rules.linkage;

import org.jspecify.annotations.NullMarked;
