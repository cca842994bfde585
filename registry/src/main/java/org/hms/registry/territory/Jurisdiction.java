package org.hms.registry.territory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the territory, or a health region, and what it is a part of. The centre is some point within it. */
public record Jurisdiction(
        String id,
        JurisdictionLevel level,
        String name,
        @Nullable String parent,
        List<DirectoryIdentifier> identifiers,
        @Nullable GeoPoint centre)
        implements DirectoryEntry {
    public Jurisdiction {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The jurisdiction " + id + " has no name");
        }
        if ((parent == null) != (level == JurisdictionLevel.COUNTRY)) {
            throw new IllegalArgumentException("All but the country have a parent, also " + id);
        }
        identifiers = List.copyOf(identifiers);
    }

    @Override
    public boolean active() {
        return true;
    }

    @Override
    public List<DirectoryName> names() {
        return List.of(DirectoryName.whole(name));
    }

    public List<DirectoryType> types() {
        return List.of(
                new DirectoryType(DirectorySystems.MCSD_TYPE, "jurisdiction", "Jurisdiction"),
                new DirectoryType(DirectorySystems.JURISDICTION_LEVEL, level.code(), level.display()));
    }
}
