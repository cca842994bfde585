package org.hms.linkage.spark;

import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hms.matching.block.ComparablePersonCodec;
import org.hms.matching.cluster.Clusters;
import org.hms.matching.normalise.ComparablePerson;

/** Divides one component into people: all its pairs are weighed, and {@link Clusters} decides. */
final class ClusterStep implements FlatMapGroupsFunction<Long, Row, Row> {
    /** A cluster has the id of its first record by the order of {@link RecordIds}. */
    static final StructType CLUSTERED = new StructType()
            .add("cluster_id", DataTypes.StringType, false)
            .add("record_id", DataTypes.StringType, false);

    private static final long serialVersionUID = 1L;

    private final SharedModel model;

    ClusterStep(SharedModel model) {
        this.model = model;
    }

    /** @param rows component, id and person */
    @Override
    public Iterator<Row> call(Long component, Iterator<Row> rows) {
        var people = new TreeMap<String, ComparablePerson>(RecordIds.BY_BYTES);
        rows.forEachRemaining(row -> people.put(row.getString(1), ComparablePersonCodec.decode(row.<byte[]>getAs(2))));
        var ids = List.copyOf(people.keySet());
        var cluster = Clusters.partition(
                weights(List.copyOf(people.values())), model.model().thresholds());
        return IntStream.range(0, ids.size())
                .mapToObj(i -> RowFactory.create(ids.get(cluster[i]), ids.get(i)))
                .iterator();
    }

    private double[][] weights(List<ComparablePerson> people) {
        var weights = new double[people.size()][people.size()];
        for (int i = 0; i < people.size(); i++) {
            for (int j = i + 1; j < people.size(); j++) {
                weights[i][j] = model.weight(people.get(i), people.get(j));
            }
        }
        return weights;
    }
}
