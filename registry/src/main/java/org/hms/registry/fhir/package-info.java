/**
 * The FHIR face: one registry of interactions from which routing, the CapabilityStatement and the documentation are
 * made; knows no feature. Start reading at {@link org.hms.registry.fhir.FhirEndpoint} and
 * {@link org.hms.registry.fhir.FhirFace}.
 */
@NullMarked
package org.hms.registry.fhir;

import org.jspecify.annotations.NullMarked;
