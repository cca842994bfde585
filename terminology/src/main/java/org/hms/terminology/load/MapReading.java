package org.hms.terminology.load;

import java.util.List;
import org.hms.terminology.graph.MapRow;

/** The mappings of a file from one code system to another, and the rows that are none. */
public record MapReading(String name, String source, String target, List<MapRow> rows, List<RowIssue> rejected) {
    public MapReading {
        rows = List.copyOf(rows);
        rejected = List.copyOf(rejected);
    }
}
