package org.hms.registry.idempotency;

/** The key was used before, by the same caller, for a request that asked something else. */
public final class OtherRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OtherRequest() {
        super("The Idempotency-Key has been used for another request");
    }
}
