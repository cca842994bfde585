package org.hms.registry.patient;

import java.util.Set;
import java.util.TreeSet;

/** An act that is not done, and why; nothing of it was written. The message tells ids at most. */
public final class ActRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Fault {
        UNKNOWN,
        UNFIT,
        CONFLICT,
        FORBIDDEN
    }

    private final Fault fault;
    private final TreeSet<Long> contradicted;

    private ActRefused(Fault fault, String message, Set<Long> contradicted) {
        super(message);
        this.fault = fault;
        this.contradicted = new TreeSet<>(contradicted);
    }

    static ActRefused unknown(String message) {
        return new ActRefused(Fault.UNKNOWN, message, Set.of());
    }

    static ActRefused unfit(String message) {
        return new ActRefused(Fault.UNFIT, message, Set.of());
    }

    static ActRefused conflict(String message) {
        return new ActRefused(Fault.CONFLICT, message, Set.of());
    }

    static ActRefused forbidden(String message) {
        return new ActRefused(Fault.FORBIDDEN, message, Set.of());
    }

    static ActRefused contradicts(Set<Long> acts) {
        return new ActRefused(
                Fault.CONFLICT,
                "This contradicts what stewards have decided, which would have to be withdrawn first",
                acts);
    }

    public Fault fault() {
        return fault;
    }

    /** The acts that this one contradicts. */
    public Set<Long> contradicted() {
        return Set.copyOf(contradicted);
    }
}
