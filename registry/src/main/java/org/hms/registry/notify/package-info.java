/**
 * Tells others what changed in the patient index: a feed to pull, and subscriptions that are delivered to in order and without
 * gaps. Start reading at {@link org.hms.registry.notify.Dispatcher}.
 */
@NullMarked
package org.hms.registry.notify;

import org.jspecify.annotations.NullMarked;
