package org.hms.seed.names;

/** Which stock of names a family draws from. */
public enum Tradition {
    PARAGUAYAN,
    /** Portuguese names, as families along the border with Brazil bear them. */
    BRAZILIAN
}
