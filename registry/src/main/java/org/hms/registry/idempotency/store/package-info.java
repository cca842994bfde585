/** First answers in Postgres. Start reading at {@link org.hms.registry.idempotency.store.JdbiAnswerStore}. */
@NullMarked
package org.hms.registry.idempotency.store;

import org.jspecify.annotations.NullMarked;
