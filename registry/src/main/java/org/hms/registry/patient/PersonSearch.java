package org.hms.registry.patient;

import java.util.List;

/** Finds persons by what their golden records say; only living persons have anything to say. */
public interface PersonSearch {

    /** One page, and how many there are in all. A search that takes too long ends in {@link TooCostly}. */
    Found find(PersonQuery query);

    /** A page in the order asked for. */
    record Found(int total, List<Hit> hits) {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    /** An enterprise id; one that does not live was merged, and a living one is active while any of its records is. */
    record Hit(String eid, boolean living, boolean active) {}

    /** The question is too wide to be answered in time. */
    final class TooCostly extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TooCostly(String message) {
            super(message);
        }
    }
}
