package org.hms.registry.territory;

/** A number or code under which some system knows an entry of the directory. */
public record DirectoryIdentifier(String system, String value) {
    public DirectoryIdentifier {
        if (system.isBlank() || value.isBlank()) {
            throw new IllegalArgumentException("An identifier has a system and a value");
        }
    }
}
