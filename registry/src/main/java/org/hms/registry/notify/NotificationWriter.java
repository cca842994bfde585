package org.hms.registry.notify;

import java.util.List;

/** Puts notifications into the form their receiver reads. */
public interface NotificationWriter {

    /** A body with its media type, and the persons of whom it tells more than the id. */
    record Written(String mediaType, String body, List<String> disclosed) {
        public Written {
            disclosed = List.copyOf(disclosed);
        }
    }

    Written write(Subscription subscription, Notification notification);

    /** Whether a receiver that answered 2xx says in the body that it did not take the message. */
    boolean refuses(Subscription subscription, String answer);
}
