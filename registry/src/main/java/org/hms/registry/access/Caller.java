package org.hms.registry.access;

import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the token says it: a person or system, one role, the source system it speaks for (if any), its country
 * (for partners) and the purpose of use.
 */
public record Caller(
        String subject,
        Role role,
        @Nullable String source,
        @Nullable String country,
        String purpose) implements Principal {

    /** The purpose of use when a token names none: treatment. */
    public static final String TREATMENT = "TREAT";

    public Caller {
        if (subject.isBlank()) {
            throw new IllegalArgumentException("A caller has a subject");
        }
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("A caller has a purpose of use");
        }
    }

    public Caller(String subject, Role role) {
        this(subject, role, null, null, TREATMENT);
    }

    /** The same caller, asking for another purpose. */
    public Caller forPurpose(String other) {
        return new Caller(subject, role, source, country, other);
    }

    @Override
    public String getName() {
        return subject;
    }
}
