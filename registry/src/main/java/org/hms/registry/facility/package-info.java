/**
 * The facilities, as their sources list them, and the search for places of either kind, facility or jurisdiction. Start
 * reading at {@link org.hms.registry.facility.Facility} and {@link org.hms.registry.facility.PlaceDirectory}.
 */
@NullMarked
package org.hms.registry.facility;

import org.jspecify.annotations.NullMarked;
