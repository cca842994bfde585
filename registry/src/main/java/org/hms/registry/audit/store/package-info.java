/** The audit trail in Postgres. */
@NullMarked
package org.hms.registry.audit.store;

import org.jspecify.annotations.NullMarked;
