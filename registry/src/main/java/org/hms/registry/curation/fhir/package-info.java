/**
 * Facilities as mCSD's feed writes them. Start reading at {@link org.hms.registry.curation.fhir.FacilityFeed}.
 */
@NullMarked
package org.hms.registry.curation.fhir;

import org.jspecify.annotations.NullMarked;
