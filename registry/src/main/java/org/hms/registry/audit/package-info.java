/** Who saw or changed what, when and why; append-only. Start reading at {@link org.hms.registry.audit.AuditTrail}. */
@NullMarked
package org.hms.registry.audit;

import org.jspecify.annotations.NullMarked;
