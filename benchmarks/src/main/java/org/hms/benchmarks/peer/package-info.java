/**
 * The peer that deduplication is measured against: the usual recipe of probabilistic linkage as SQL in DuckDB, as Splink's
 * users know it. Start reading at {@link org.hms.benchmarks.peer.DuckDbPeer}.
 */
@NullMarked
package org.hms.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
