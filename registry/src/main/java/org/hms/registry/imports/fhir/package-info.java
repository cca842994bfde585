/** Reads the rows of imported files as Patients. Start reading at {@link org.hms.registry.imports.fhir.PatientRows}. */
@NullMarked
package org.hms.registry.imports.fhir;

import org.jspecify.annotations.NullMarked;
