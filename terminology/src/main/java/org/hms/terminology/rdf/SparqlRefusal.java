package org.hms.terminology.rdf;

/** A query that is not answered, with the reason: it is malformed, asks for what is not allowed, or takes too long. */
public final class SparqlRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean tookTooLong;

    SparqlRefusal(String reason) {
        this(reason, false);
    }

    SparqlRefusal(String reason, boolean tookTooLong) {
        super(reason);
        this.tookTooLong = tookTooLong;
    }

    public boolean tookTooLong() {
        return tookTooLong;
    }
}
