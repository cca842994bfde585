package org.hms.registry.patient;

/** Where a whole population is written at once, by one process, while nobody reads. */
public interface PopulationStore {

    /** Takes away what would slow the writing down; only while no patient is known. */
    void begin();

    /**
     * Writes records of whom nothing was known, with persons of whom nobody has other records, in one transaction.
     *
     * @return the last change of it
     */
    long write(ResolvedGroup group);

    /**
     * Puts in place again what was taken away, and opens the review tasks.
     *
     * @param step told whenever one of the things to do is done
     */
    void finish(Runnable step);
}
