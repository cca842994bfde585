package org.hms.registry.fhir.strict;

/** A body or URL that is refused before it is understood; says what is wrong and where, never the value itself. */
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient Place place;

    public Malformed(String reason, Place place) {
        super(reason + place.sentence());
        this.reason = reason;
        this.place = place;
    }

    public String reason() {
        return reason;
    }

    public Place place() {
        return place;
    }
}
