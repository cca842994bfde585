package org.hms.registry.territory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of the territory, a health region or a managing network, and what it is a part of. The centre is some point within
 * it. What is closed stays readable, and nothing is put into it.
 *
 * @param boundary its outline as GeoJSON, as it was received
 * @param awaitsLocation whether its Organization was written and its Location never; of what was stored earlier, both were
 */
public record Jurisdiction(
        String id,
        JurisdictionLevel level,
        String name,
        @Nullable String parent,
        List<DirectoryIdentifier> identifiers,
        @Nullable GeoPoint centre,
        boolean closed,
        boolean awaitsLocation,
        @Nullable String boundary)
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

    public Jurisdiction(
            String id,
            JurisdictionLevel level,
            String name,
            @Nullable String parent,
            List<DirectoryIdentifier> identifiers,
            @Nullable GeoPoint centre) {
        this(id, level, name, parent, identifiers, centre, false, false, null);
    }

    /** The same as closed. */
    public Jurisdiction close() {
        return new Jurisdiction(id, level, name, parent, identifiers, centre, true, awaitsLocation, boundary);
    }

    @Override
    public boolean active() {
        return !closed;
    }

    @Override
    public List<DirectoryName> names() {
        return List.of(DirectoryName.whole(name));
    }

    /** The code of its level, by which it is known. */
    public Optional<String> code() {
        return identifiers.stream()
                .filter(known -> known.system().equals(level.codeSystem()))
                .map(DirectoryIdentifier::value)
                .findFirst();
    }

    /** A network is no jurisdiction: it has members wherever they lie. */
    public List<DirectoryType> types() {
        var itsLevel = new DirectoryType(DirectorySystems.JURISDICTION_LEVEL, level.code(), level.display());
        return level == JurisdictionLevel.NETWORK
                ? List.of(itsLevel)
                : List.of(new DirectoryType(DirectorySystems.MCSD_TYPE, "jurisdiction", "Jurisdiction"), itsLevel);
    }
}
