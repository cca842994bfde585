package org.hms.terminology.graph;

import java.util.ArrayList;
import java.util.List;

/** The literal values of a release; a column holds a concept's ordinal or, below 0, a literal. */
final class Literals {
    private final Names names = new Names();
    private List<String> sorted = List.of();
    private int[] places = {};

    int encode(String text) {
        return -1 - names.number(text);
    }

    /** Gives the literals their final places, in the order of their bytes. */
    void seal() {
        var ordered = new ArrayList<>(names.list());
        ordered.sort(CodeTable.BY_BYTES);
        places = new int[ordered.size()];
        for (var place = 0; place < places.length; place++) {
            places[names.number(ordered.get(place))] = place;
        }
        sorted = List.copyOf(ordered);
    }

    int[] placed(IntList values) {
        var placed = values.toArray();
        for (var row = 0; row < placed.length; row++) {
            placed[row] = placed[row] < 0 ? -1 - places[-1 - placed[row]] : placed[row];
        }
        return placed;
    }

    List<String> sorted() {
        return sorted;
    }
}
