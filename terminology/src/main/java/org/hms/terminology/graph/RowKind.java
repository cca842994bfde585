package org.hms.terminology.graph;

/** What a row says of its concept: an attribute defines it, a property is about it. */
public enum RowKind {
    ATTRIBUTE,
    PROPERTY
}
