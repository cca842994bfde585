package org.hms.matching.table;

/** Two records have one id, so that neither could be told from the other. The id itself may be personal. */
public final class DuplicateId extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DuplicateId() {
        super("Two records have the same id");
    }
}
