/**
 * Places in a Lucene index that follows the database: found by name and by distance without asking it. Start reading at
 * {@link org.hms.registry.facility.store.index.IndexedPlaceSearch}.
 */
@NullMarked
package org.hms.registry.facility.store.index;

import org.jspecify.annotations.NullMarked;
