package org.hms.registry.reach;

/**
 * How many people live in a district.
 *
 * @param counted whether the census gives this figure; else it is the department's, shared among its districts by the number
 *     of their localities
 */
public record DistrictPopulation(int people, boolean counted) {}
