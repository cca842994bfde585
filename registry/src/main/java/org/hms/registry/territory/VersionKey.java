package org.hms.registry.territory;

/** Names one version of one entry. */
public record VersionKey(String id, int version) {}
