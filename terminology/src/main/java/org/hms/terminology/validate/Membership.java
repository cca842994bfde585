package org.hms.terminology.validate;

/** Whether a code belongs to a value set; not known where its code system is not. */
enum Membership {
    IN,
    OUT,
    UNKNOWN
}
