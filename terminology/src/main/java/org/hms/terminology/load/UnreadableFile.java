package org.hms.terminology.load;

/** A file that is not what it should be; the message names the place. */
public final class UnreadableFile extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public UnreadableFile(String message) {
        super(message);
    }
}
