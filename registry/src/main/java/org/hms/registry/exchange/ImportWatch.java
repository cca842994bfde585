package org.hms.registry.exchange;

/** Looks on while an import is written; what it throws takes all of it back. */
public interface ImportWatch {

    /** Nobody looks. */
    ImportWatch NONE = new ImportWatch() {
        @Override
        public void written(int done, int all) {
            // Nobody wants to know.
        }

        @Override
        public void completed(long id) {
            // Nobody wants to know.
        }
    };

    /** So many of the facilities that are to be published. */
    void written(int done, int all);

    /** The import, all of it, in the transaction that has yet to be committed. */
    void completed(long id);
}
