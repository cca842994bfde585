package org.hms.matching.table;

/**
 * Numbers of one system, or telephones; 0 where a record has none.
 *
 * @param system empty for telephones
 */
public record CodeColumn(String system, long[] values, Codes codes) {

    /** As text, empty where there is none. */
    String text(int record) {
        return values[record] == 0 ? "" : codes.text(values[record]);
    }
}
