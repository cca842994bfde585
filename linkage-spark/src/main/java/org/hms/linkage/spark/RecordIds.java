package org.hms.linkage.spark;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The order of record ids by which one machine names clusters and settles ties. */
final class RecordIds {
    /** By their bytes in UTF-8, which is not the order of Java's strings beyond the sixteen-bit characters. */
    static final Comparator<String> BY_BYTES = (left, right) ->
            Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

    private RecordIds() {}
}
