package org.hms.registry.access;

import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the token says it: a person or system, one role, the source system it speaks for (if any), its country
 * (for partners) and the purpose of use; and the network address the request came from, which no token says.
 */
public record Caller(
        String subject,
        Role role,
        @Nullable String source,
        @Nullable String country,
        String purpose,
        @Nullable String address)
        implements Principal {

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

    public Caller(String subject, Role role, @Nullable String source, @Nullable String country, String purpose) {
        this(subject, role, source, country, purpose, null);
    }

    public Caller(String subject, Role role) {
        this(subject, role, null, null, TREATMENT);
    }

    /** The same caller, asking for another purpose. */
    public Caller forPurpose(String other) {
        return new Caller(subject, role, source, country, other, address);
    }

    /** The same caller, asking from this network address. */
    public Caller from(String networkAddress) {
        return new Caller(subject, role, source, country, purpose, networkAddress);
    }

    @Override
    public String getName() {
        return subject;
    }
}
