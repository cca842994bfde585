/** A request that names itself is carried out once, however often it comes. Start reading at {@link org.hms.registry.idempotency.OnceOnly}. */
@NullMarked
package org.hms.registry.idempotency;

import org.jspecify.annotations.NullMarked;
