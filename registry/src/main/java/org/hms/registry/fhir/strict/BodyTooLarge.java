package org.hms.registry.fhir.strict;

import java.io.IOException;

/** A body that is longer, once inflated, than this service reads. */
public final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    public BodyTooLarge(long limit) {
        super("The body is longer than " + limit + " bytes");
        this.limit = limit;
    }

    public long limit() {
        return limit;
    }
}
