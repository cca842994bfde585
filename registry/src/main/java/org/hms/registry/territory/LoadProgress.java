package org.hms.registry.territory;

/** Is told how many of the entries are done, while they are being loaded. */
@FunctionalInterface
public interface LoadProgress {

    LoadProgress SILENT = (done, of) -> {};

    void loaded(int done, int of);
}
