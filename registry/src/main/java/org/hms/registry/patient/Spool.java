package org.hms.registry.patient;

/** Records on their way in, more than fit into memory; read by several threads. */
public interface Spool {

    int size();

    /** By the order in which they came, from 0. */
    IncomingRecord read(int place);
}
