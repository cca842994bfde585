/** {@code Idempotency-Key} on the FHIR face. Start reading at {@link org.hms.registry.idempotency.fhir.IdempotentRequests}. */
@NullMarked
package org.hms.registry.idempotency.fhir;

import org.jspecify.annotations.NullMarked;
