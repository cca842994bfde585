package org.hms.registry.notify;

import java.time.Duration;

/** Brings a body to a receiver, once. */
public interface Courier {

    /** What came of it. */
    sealed interface Outcome {

        /** The receiver answered 2xx, with this text. */
        record Taken(String answer) implements Outcome {}

        /** It was not taken; the sentence names neither the endpoint nor anything that was sent. */
        record Failed(String reason) implements Outcome {}
    }

    Outcome bring(Channel channel, NotificationWriter.Written written, Duration patience) throws InterruptedException;
}
