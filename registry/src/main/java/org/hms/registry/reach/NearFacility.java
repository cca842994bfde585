package org.hms.registry.reach;

import org.hms.registry.facility.Facility;

/** A facility and how far it is, along the great circle. */
public record NearFacility(Facility facility, double metres) {}
