package org.hms.matching.block;

/** A block that was too large to open: which rule made it, and how many records it holds. The key itself is personal. */
public record BlockOverflow(String rule, long size) {}
