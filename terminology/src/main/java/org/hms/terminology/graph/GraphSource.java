package org.hms.terminology.graph;

import java.io.IOException;

/** A release as its files say it; it can be read more than once, and each reading says the same. */
public interface GraphSource {

    GraphHeader header();

    /** Hands over every row of the release: first all concepts, then what is said of them. */
    void read(GraphSink sink) throws IOException;
}
