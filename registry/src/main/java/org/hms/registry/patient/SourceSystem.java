package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A system that feeds records. Its records are known by its identifier system; it may own others besides. The lower its
 * trust rank, the more its values count when the golden record is chosen.
 *
 * @param owner the institution that answers for the source; its name where none is given
 * @param systems all identifier systems it owns with their spellings; the one of its records comes first
 */
public record SourceSystem(
        String id,
        String name,
        Sector sector,
        String identifierSystem,
        int trustRank,
        String owner,
        List<OwnedSystem> systems,
        Status status) {

    /** The sectors of Paraguay's health system, and what comes from abroad. */
    public enum Sector {
        MSPBS,
        IPS,
        PRIVATE,
        FOREIGN
    }

    /** A suspended source feeds nothing; what it fed stays. */
    public enum Status {
        ACTIVE,
        SUSPENDED
    }

    public SourceSystem(
            String id,
            String name,
            Sector sector,
            String identifierSystem,
            int trustRank,
            @Nullable String owner,
            @Nullable List<OwnedSystem> systems,
            @Nullable Status status) {
        this.id = id;
        this.name = name;
        this.sector = sector;
        this.identifierSystem = identifierSystem;
        this.trustRank = trustRank;
        this.owner = owner == null ? name : owner;
        this.systems = ownFirst(identifierSystem, systems == null ? List.of() : systems);
        this.status = status == null ? Status.ACTIVE : status;
    }

    public SourceSystem(String id, String name, Sector sector, String identifierSystem, int trustRank) {
        this(id, name, sector, identifierSystem, trustRank, null, null, null);
    }

    private static List<OwnedSystem> ownFirst(String own, List<OwnedSystem> systems) {
        var ordered = new ArrayList<OwnedSystem>();
        ordered.add(systems.stream()
                .filter(system -> system.system().equals(own))
                .findFirst()
                .orElseGet(() -> OwnedSystem.of(own)));
        systems.stream().filter(system -> !system.system().equals(own)).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    public boolean owns(String system) {
        return systems.stream().anyMatch(owned -> owned.system().equals(system));
    }

    public boolean suspended() {
        return status == Status.SUSPENDED;
    }
}
