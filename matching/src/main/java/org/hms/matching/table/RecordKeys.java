package org.hms.matching.table;

/** What a blocking field makes of each record, as numbers of 64 bits. */
interface RecordKeys {

    /** The most keys that a record has here. */
    int most();

    /** Writes the keys of a record from a place on and returns the place behind them. */
    int write(int record, long[] keys, int at);
}
