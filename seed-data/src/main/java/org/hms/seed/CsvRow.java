package org.hms.seed;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of a data set, read by the names of its columns; an empty cell is an absent value. */
record CsvRow(Map<String, String> cells) {

    String text(String column) {
        var cell = cells.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("There is no column " + column + " among " + cells.keySet());
        }
        return cell;
    }

    @Nullable
    String optional(String column) {
        var cell = text(column);
        return cell.isEmpty() ? null : cell;
    }

    /** Like {@link #optional}, for a column that not every list prints. */
    @Nullable
    String printed(String column) {
        return cells.containsKey(column) ? optional(column) : null;
    }

    /** Like {@link #decimal}, for a column that not every list prints. */
    @Nullable
    Double printedDecimal(String column) {
        return cells.containsKey(column) ? decimal(column) : null;
    }

    @Nullable
    Double decimal(String column) {
        var cell = optional(column);
        return cell == null ? null : Double.valueOf(cell);
    }

    @Nullable
    Integer whole(String column) {
        var cell = optional(column);
        return cell == null ? null : Integer.valueOf(cell);
    }

    int count(String column) {
        var count = whole(column);
        return count == null ? 0 : count;
    }
}
