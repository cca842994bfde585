package org.hms.linkage.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Cuts a component above the cap as one machine does: pairs count only from a weight that rises bit by bit until no part
 * lies above the cap; records that never fall apart stay by themselves. One task takes the pairs of one component into
 * memory, some fifty bytes each.
 */
final class ComponentCutting implements FlatMapGroupsFunction<Long, Row, Row> {
    /** Each record of the component with the part it came to, and the weight at which that was. */
    static final StructType PARTS = new StructType()
            .add("whole", DataTypes.LongType, false)
            .add("record", DataTypes.LongType, false)
            .add("component", DataTypes.LongType, false)
            .add("weight", DataTypes.DoubleType, false);

    private static final long serialVersionUID = 1L;

    private final double linkWeight;
    private final int cap;

    ComponentCutting(double linkWeight, int cap) {
        this.linkWeight = linkWeight;
        this.cap = cap;
    }

    /** A pair by its records' places within the component. */
    record Link(int left, int right, double weight) {}

    /** For each record the first record of its part. */
    record Cut(double weight, int[] parts) {}

    /** @param rows component, left, right and weight */
    @Override
    public Iterator<Row> call(Long component, Iterator<Row> rows) {
        var places = new HashMap<Long, Integer>();
        var links = new ArrayList<Link>();
        rows.forEachRemaining(row -> links.add(new Link(
                places.computeIfAbsent(row.getLong(1), record -> places.size()),
                places.computeIfAbsent(row.getLong(2), record -> places.size()),
                row.getDouble(3))));
        var records = new long[places.size()];
        places.forEach((record, place) -> records[place] = record);
        var cut = cut(records.length, links, linkWeight, cap);
        return IntStream.range(0, records.length)
                .mapToObj(i -> RowFactory.create(component, records[i], records[cut.parts()[i]], cut.weight()))
                .iterator();
    }

    static Cut cut(int records, List<Link> links, double linkWeight, int cap) {
        double most = links.stream().mapToDouble(Link::weight).reduce(linkWeight, Math::max);
        double weight = linkWeight;
        var parts = connected(records, links, weight);
        while (weight <= most && largest(parts) > cap) {
            weight += 1;
            parts = connected(records, links, weight);
        }
        var sizes = sizes(parts);
        var whole = parts;
        return new Cut(
                weight,
                IntStream.range(0, records)
                        .map(i -> sizes[whole[i]] > cap ? i : whole[i])
                        .toArray());
    }

    private static int[] connected(int records, List<Link> links, double weight) {
        var parents = IntStream.range(0, records).toArray();
        for (var link : links) {
            if (link.weight() >= weight) {
                int a = root(parents, link.left());
                int b = root(parents, link.right());
                parents[Math.max(a, b)] = Math.min(a, b);
            }
        }
        return IntStream.range(0, records).map(i -> root(parents, i)).toArray();
    }

    private static int root(int[] parents, int record) {
        int at = record;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private static int largest(int[] parts) {
        return Arrays.stream(sizes(parts)).max().orElse(0);
    }

    private static int[] sizes(int[] parts) {
        var sizes = new int[parts.length];
        for (int part : parts) {
            sizes[part]++;
        }
        return sizes;
    }
}
