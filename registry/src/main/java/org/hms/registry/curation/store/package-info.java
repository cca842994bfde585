/**
 * Requests in Postgres. Start reading at {@link org.hms.registry.curation.store.JdbiCurationStore}.
 */
@NullMarked
package org.hms.registry.curation.store;

import org.jspecify.annotations.NullMarked;
