package org.hms.registry.curation;

import java.util.List;

/** Why something is not done, and the fields that differ or are at fault. */
public final class CurationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of refusal it is. */
    public enum Fault {
        UNKNOWN,
        UNFIT,
        FORBIDDEN,
        CONFLICT
    }

    /** A field and what is to be said of it. */
    public record Place(String field, String sentence) {}

    private final Fault fault;
    private final transient List<Place> places;

    CurationRefused(Fault fault, String message, List<Place> places) {
        super(message);
        this.fault = fault;
        this.places = List.copyOf(places);
    }

    CurationRefused(Fault fault, String message) {
        this(fault, message, List.of());
    }

    public Fault fault() {
        return fault;
    }

    public List<Place> places() {
        return places;
    }
}
