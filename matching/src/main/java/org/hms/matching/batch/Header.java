package org.hms.matching.batch;

import java.util.List;
import java.util.stream.IntStream;

/** Where a file's header line puts the columns of a mapping. */
final class Header {
    private final ColumnMapping mapping;
    private final int id;
    private final int[] positions;
    private final int longestMissing;

    /** @throws InvalidColumns if the file has no such column */
    Header(ColumnMapping mapping, List<String> names) {
        this.mapping = mapping;
        id = position(names, mapping.id());
        positions = mapping.columns().stream()
                .mapToInt(column -> position(names, column.header()))
                .toArray();
        longestMissing =
                mapping.missing().stream().mapToInt(String::length).max().orElse(0);
    }

    private static int position(List<String> names, String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).strip().equals(name)) {
                return i;
            }
        }
        throw new InvalidColumns(name, "is no column of the file");
    }

    List<Column> columns() {
        return mapping.columns();
    }

    /** The columns of identifiers that have the system of the column at this place, counted among those of identifiers. */
    int[] ofOneSystem(int place) {
        var identifiers = columns().stream()
                .filter(column -> column.kind() == ColumnKind.IDENTIFIER)
                .toList();
        var system = columns().get(place).identifierSystem();
        return IntStream.range(0, identifiers.size())
                .filter(i -> identifiers.get(i).identifierSystem().equals(system))
                .toArray();
    }

    /** The record's id; empty where the row has none. */
    String id(List<String> row) {
        return id < row.size() ? row.get(id).strip() : "";
    }

    /** What a row says in the column at this place of the mapping; empty where it says nothing. */
    String cell(List<String> row, int place) {
        int position = positions[place];
        if (position >= row.size()) {
            return "";
        }
        var cell = row.get(position).strip();
        return cell.length() <= longestMissing && mapping.missing().contains(cell) ? "" : cell;
    }
}
