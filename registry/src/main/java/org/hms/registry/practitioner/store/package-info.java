/**
 * Professionals and their roles in Postgres. Start reading at
 * {@link org.hms.registry.practitioner.store.JdbiProviderSearch}.
 */
@NullMarked
package org.hms.registry.practitioner.store;

import org.jspecify.annotations.NullMarked;
