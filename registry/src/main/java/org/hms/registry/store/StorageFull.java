package org.hms.registry.store;

/** Nothing is written while so little room is left on the disk. */
public final class StorageFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StorageFull() {
        super("Too little room is left on the disk to write");
    }
}
