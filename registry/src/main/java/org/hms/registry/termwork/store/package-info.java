/** The counts in Postgres. Start reading at {@link org.hms.registry.termwork.store.JdbiUntranslatedStore}. */
@NullMarked
package org.hms.registry.termwork.store;

import org.jspecify.annotations.NullMarked;
