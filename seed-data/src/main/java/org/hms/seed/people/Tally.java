package org.hms.seed.people;

/** Is told of each error that could have struck a record, and whether it did. */
@FunctionalInterface
interface Tally {

    Tally NONE = (error, struck) -> {};

    void add(ErrorRates error, boolean struck);
}
