/** Subscriptions, their events and how far each has come, in Postgres. */
@NullMarked
package org.hms.registry.notify.store;

import org.jspecify.annotations.NullMarked;
