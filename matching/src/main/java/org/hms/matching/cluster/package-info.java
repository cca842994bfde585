/**
 * From evidence and decisions to people: a pure, deterministic function. Start reading at
 * {@link org.hms.matching.cluster.Clusters}.
 */
@NullMarked
package org.hms.matching.cluster;

import org.jspecify.annotations.NullMarked;
