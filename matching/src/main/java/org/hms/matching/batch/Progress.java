package org.hms.matching.batch;

/** Watches a long job; told from several threads. */
public interface Progress {
    Progress NONE = new Progress() {
        @Override
        public void stage(String name, long steps) {}

        @Override
        public void step(long steps) {}
    };

    /** A stage begins, of so many steps; -1 where that is not known. */
    void stage(String name, long steps);

    void step(long steps);
}
