package org.hms.registry.facility;

/** A kind of facility by the ministry's abbreviation; read from its name where the list has no column for it. */
public record FacilityType(String code, String display, boolean readFromName) {}
