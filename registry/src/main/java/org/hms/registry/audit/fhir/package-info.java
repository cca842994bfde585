/** The audit trail as FHIR AuditEvents after IHE's BALP. Start reading at {@link org.hms.registry.audit.fhir.AuditEventEndpoint}. */
@NullMarked
package org.hms.registry.audit.fhir;

import org.jspecify.annotations.NullMarked;
