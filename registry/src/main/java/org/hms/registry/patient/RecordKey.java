package org.hms.registry.patient;

/** How a source names its own record: the source's identifier system and the value within it. */
public record RecordKey(String system, String value) {
    public RecordKey {
        if (system.isBlank() || value.isBlank()) {
            throw new IllegalArgumentException("A record key has a system and a value");
        }
    }
}
