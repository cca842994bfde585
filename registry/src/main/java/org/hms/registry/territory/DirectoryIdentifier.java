package org.hms.registry.territory;

import org.jspecify.annotations.Nullable;

/**
 * A number or code under which some system knows an entry of the directory.
 *
 * @param use what it is for ({@code official}, {@code old} …), where its source says so
 * @param type what kind of identifier it is, where its source says so
 */
public record DirectoryIdentifier(
        String system,
        String value,
        @Nullable String use,
        @Nullable DirectoryType type) {

    public DirectoryIdentifier(String system, String value) {
        this(system, value, null, null);
    }

    public DirectoryIdentifier {
        if (system.isBlank() || value.isBlank()) {
            throw new IllegalArgumentException("An identifier has a system and a value");
        }
    }

    /** Whether both are the same code of the same system, whatever they are said to be for. */
    public boolean names(DirectoryIdentifier other) {
        return system.equals(other.system) && value.equals(other.value);
    }
}
