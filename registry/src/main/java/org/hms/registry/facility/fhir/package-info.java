/**
 * Places as IHE mCSD publishes them, pairs of Location and Organization. Start reading at
 * {@link org.hms.registry.facility.fhir.LocationEndpoint} and {@link org.hms.registry.facility.fhir.OrganizationEndpoint}.
 */
@NullMarked
package org.hms.registry.facility.fhir;

import org.jspecify.annotations.NullMarked;
