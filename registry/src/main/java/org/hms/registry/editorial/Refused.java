package org.hms.registry.editorial;

/** An edit that cannot be made, with the reason in a sentence; nothing was changed. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why: there is no such thing, it comes at the wrong time or from the wrong person, or it breaks a rule. */
    public enum Kind {
        NOT_FOUND,
        CONFLICT,
        FORBIDDEN,
        INVALID
    }

    private final Kind kind;

    Refused(Kind kind, String reason) {
        super(reason);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
