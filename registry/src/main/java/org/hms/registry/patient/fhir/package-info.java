/** The patient index as FHIR: ITI-104 feed, match, ihe-pix, read. Start reading at {@link org.hms.registry.patient.fhir.PatientEndpoint}. */
@NullMarked
package org.hms.registry.patient.fhir;

import org.jspecify.annotations.NullMarked;
