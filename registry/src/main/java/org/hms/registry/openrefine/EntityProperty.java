package org.hms.registry.openrefine;

/**
 * Something that is told of entities.
 *
 * @param asked whether a query may state it, so that it counts in the comparison
 */
public record EntityProperty(String id, String name, String description, boolean asked) {}
