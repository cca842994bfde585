package org.hms.registry.exchange;

/** A list, or the mapping of its columns, of which nothing can be read; the message says why. */
public final class UnreadableList extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableList(String message) {
        super(message);
    }
}
