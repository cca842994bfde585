/** The patient index: evidence is kept, identity is derived. Start reading at {@link org.hms.registry.patient.PatientFeed} and {@link org.hms.registry.patient.Resolver}. */
@NullMarked
package org.hms.registry.patient;

import org.jspecify.annotations.NullMarked;
