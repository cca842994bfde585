package org.hms.registry.patient;

/**
 * A system that feeds records. It owns one identifier system; the lower its trust rank, the more its values count when
 * the golden record is chosen.
 */
public record SourceSystem(String id, String name, Sector sector, String identifierSystem, int trustRank) {

    /** The sectors of Paraguay's health system, and what comes from abroad. */
    public enum Sector {
        MSPBS,
        IPS,
        PRIVATE,
        FOREIGN
    }
}
