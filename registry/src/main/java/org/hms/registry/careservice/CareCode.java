package org.hms.registry.careservice;

import java.util.Collection;
import java.util.stream.Stream;
import org.hms.registry.territory.DirectoryType;

/** A code of an entry, by what it says. */
public record CareCode(Role role, DirectoryType type) {

    /** What the code says. */
    public enum Role {
        TYPE,
        SPECIALTY,
        CONNECTION,
        PAYLOAD,
        PART
    }

    static Stream<CareCode> of(Role role, Collection<DirectoryType> types) {
        return types.stream().map(type -> new CareCode(role, type));
    }
}
