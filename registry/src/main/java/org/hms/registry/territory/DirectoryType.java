package org.hms.registry.territory;

/** A code that says what kind of thing an entry is, in the code system it is taken from. */
public record DirectoryType(String system, String code, String display) {}
