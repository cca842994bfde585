/** Stored terminology resources and closures in Postgres. Start reading at {@link org.hms.registry.codes.store.JdbiCanonicalStore}. */
@NullMarked
package org.hms.registry.codes.store;

import org.jspecify.annotations.NullMarked;
