/**
 * Professionals and their roles as IHE mCSD publishes them. Start reading at
 * {@link org.hms.registry.practitioner.fhir.PractitionerRoleEndpoint}.
 */
@NullMarked
package org.hms.registry.practitioner.fhir;

import org.jspecify.annotations.NullMarked;
