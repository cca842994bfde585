/** Proposals in Postgres. Start reading at {@link org.hms.registry.editorial.store.JdbiProposalStore}. */
@NullMarked
package org.hms.registry.editorial.store;

import org.jspecify.annotations.NullMarked;
