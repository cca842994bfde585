package org.hms.registry.facility;

import java.time.LocalDate;

/** The district in which a facility lay until a day, which was its first in the next one. */
public record FormerDistrict(String district, LocalDate until) {}
