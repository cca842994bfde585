package org.hms.registry.exchange;

/** Somebody published one of the facilities between the plan and the writing of it; nothing was written. */
public final class ImportOvertaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ImportOvertaken(Throwable cause) {
        super("A facility of the list was published meanwhile; send the list again", cause);
    }
}
