/** The database every feature's store uses: server, pool, migrations. Start reading at {@link org.hms.registry.store.Database}. */
@NullMarked
package org.hms.registry.store;

import org.jspecify.annotations.NullMarked;
