/** The change log in Postgres. */
@NullMarked
package org.hms.registry.change.store;

import org.jspecify.annotations.NullMarked;
