package org.hms.registry.notify;

import java.time.InstantSource;
import java.util.function.DoubleSupplier;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.change.ChangeLog;

/** Puts the parts of the delivery together, once the application has chosen the edges. */
public record Notifications(
        ChangeLog log,
        ChangeReads reads,
        SubscriptionStore store,
        NotificationWriter writer,
        Courier courier,
        AuditTrail audit) {

    /** @param random draws from 0 to 1, for the waits between attempts */
    public Dispatcher dispatcher(
            DeliverySettings.Patience patience, ChangeWatch watch, InstantSource clock, DoubleSupplier random) {
        return new Dispatcher(
                log,
                watch,
                store,
                new Matcher(log, reads, store),
                new Delivery(store, writer, courier, audit, patience, new Backoff(patience, random), clock),
                patience,
                clock);
    }
}
