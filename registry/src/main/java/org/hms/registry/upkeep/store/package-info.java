/**
 * What upkeep asks of Postgres. Start reading at {@link org.hms.registry.upkeep.store.JdbiUpkeepStore}.
 */
@NullMarked
package org.hms.registry.upkeep.store;

import org.jspecify.annotations.NullMarked;
