/**
 * Services, endpoints and affiliations over FHIR (IHE mCSD ITI-90, ITI-91, ITI-130). Start reading at
 * {@link org.hms.registry.careservice.fhir.CareEndpoints}.
 */
@NullMarked
package org.hms.registry.careservice.fhir;

import org.jspecify.annotations.NullMarked;
