package org.hms.matching.score;

import java.util.HashMap;

/** The model file's part on how common names are: a floor, and tables of its own where training has made them. */
final class TermFrequencyTables {
    static final String TABLES = "tables";
    static final String SHARES = "shares";
    static final String COLLISION = "collision";
    static final String FLOOR = "floor";

    private final Node node;
    private final double floor;

    TermFrequencyTables(Node node) {
        node.allow(FLOOR, TABLES);
        this.node = node;
        floor = probability(node, FLOOR);
        if (node.has(TABLES)) {
            node.child(TABLES).allow(GivenNameComparison.NAME, SurnamesComparison.NAME);
        }
    }

    /** The file's own table for a comparison, or the national one. */
    TermFrequencies of(String comparison) {
        if (!node.has(TABLES) || !node.child(TABLES).has(comparison)) {
            return TermFrequencies.shipped(comparison, floor);
        }
        var table = node.child(TABLES).child(comparison);
        table.allow(COLLISION, SHARES);
        var names = table.child(SHARES);
        var shares = new HashMap<String, Double>();
        for (var name : names.children()) {
            shares.put(name.name(), probability(names, name.name()));
        }
        return new TermFrequencies(shares, probability(table, COLLISION), floor);
    }

    private static double probability(Node parent, String key) {
        double value = parent.number(key);
        if (!(value > 0 && value <= 1)) {
            throw new InvalidModel(parent.path() + "." + key, "lies above 0 and at most at 1");
        }
        return value;
    }
}
