package org.hms.registry.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do, named by the work they do. */
public enum Role {
    /** Runs the service. */
    ADMIN,
    /** Decides who is whom and what is published. */
    STEWARD,
    /** A health record or other source system that feeds and asks. */
    SYSTEM,
    /** Looks for words and their codes. */
    CODER,
    /** Another country's registry. */
    PARTNER,
    /** Reads what is not personal. */
    READER,
    /** Reads who saw and changed what. */
    AUDITOR;

    /** The name in tokens and on the command line, lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> findByCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
