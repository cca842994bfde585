/**
 * Findings and figures in Postgres. Start reading at {@link org.hms.registry.quality.store.QualityProjection}, which writes
 * them in the transaction of the record.
 */
@NullMarked
package org.hms.registry.quality.store;

import org.jspecify.annotations.NullMarked;
