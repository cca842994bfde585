package org.hms.terminology.concept;

/** What a designation is to its concept. */
public enum DesignationUse {
    /** The word the language prefers, {@code skos:prefLabel}. */
    PREFERRED,
    /** Another word or spelling, {@code skos:altLabel}. */
    ALTERNATIVE,
    /** A form kept for search only, {@code skos:hiddenLabel}. */
    HIDDEN
}
