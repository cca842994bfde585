/** Subscription over FHIR, and what is sent: notification bundles and ITI-93 messages. Start reading at {@link org.hms.registry.notify.fhir.SubscriptionEndpoint}. */
@NullMarked
package org.hms.registry.notify.fhir;

import org.jspecify.annotations.NullMarked;
