/**
 * The directory in Postgres: entries with their versions, and how they are searched. Start reading at
 * {@link org.hms.registry.territory.store.JdbiDirectoryStore}.
 */
@NullMarked
package org.hms.registry.territory.store;

import org.jspecify.annotations.NullMarked;
