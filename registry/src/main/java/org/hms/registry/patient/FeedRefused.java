package org.hms.registry.patient;

/** A record that the feed does not take as things stand; the sentence holds nothing personal. */
public final class FeedRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        EXISTS,
        OTHER_VERSION,
        UNMERGE,
        REPLACEMENT
    }

    private final Reason reason;

    public FeedRefused(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
