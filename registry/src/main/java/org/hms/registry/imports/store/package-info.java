/** Import jobs in Postgres. */
@NullMarked
package org.hms.registry.imports.store;

import org.jspecify.annotations.NullMarked;
