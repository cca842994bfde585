package org.hms.matching.person;

/** A number within the one system it is unique in; a cédula and an Argentine DNI of equal digits are two identifiers. */
public record Identifier(String system, String value) {
    public Identifier {
        if (system.isBlank() || value.isBlank()) {
            throw new IllegalArgumentException("An identifier has a system and a value");
        }
    }
}
