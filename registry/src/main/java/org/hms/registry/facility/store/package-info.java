/**
 * Facilities in Postgres, and the search over all places. Start reading at
 * {@link org.hms.registry.facility.store.JdbiPlaceSearch}.
 */
@NullMarked
package org.hms.registry.facility.store;

import org.jspecify.annotations.NullMarked;
