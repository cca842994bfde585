/**
 * Lists as FHIR bundles. Start reading at {@link org.hms.registry.exchange.fhir.FacilityBundles}.
 */
@NullMarked
package org.hms.registry.exchange.fhir;

import org.jspecify.annotations.NullMarked;
