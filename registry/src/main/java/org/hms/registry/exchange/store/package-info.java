/**
 * Imports of the directory in Postgres. Start reading at {@link org.hms.registry.exchange.store.JdbiDirectoryImportStore}.
 */
@NullMarked
package org.hms.registry.exchange.store;

import org.jspecify.annotations.NullMarked;
