package org.hms.terminology.load;

import java.io.Closeable;
import java.io.IOException;
import org.hms.terminology.graph.GraphSource;

/** The files of a release, held open while they are read. */
public interface Release extends GraphSource, Closeable {

    /** About how many characters a reading takes, of which it tells as it goes. */
    long characters() throws IOException;
}
