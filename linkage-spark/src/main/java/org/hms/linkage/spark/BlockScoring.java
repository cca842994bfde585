package org.hms.linkage.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.hms.matching.block.ComparablePersonCodec;
import org.hms.matching.normalise.ComparablePerson;

/** Scores the pairs of a block that no earlier block holds, and keeps those that reach the review weight. */
final class BlockScoring implements FlatMapGroupsFunction<Row, Row, Row> {
    static final StructType BLOCK =
            new StructType().add("key", DataTypes.LongType, false).add("part", DataTypes.LongType, false);
    /** The lesser record id stands on the left, as on one machine. */
    static final StructType PAIRS = new StructType()
            .add("left", DataTypes.LongType, false)
            .add("right", DataTypes.LongType, false)
            .add("leftId", DataTypes.StringType, false)
            .add("rightId", DataTypes.StringType, false)
            .add("weight", DataTypes.DoubleType, false);

    private static final long serialVersionUID = 1L;

    private final SharedModel model;
    private final LongAccumulator[] comparisons;

    /** @param comparisons a counter for each rule; a task that was repeated counts twice */
    BlockScoring(SharedModel model, List<LongAccumulator> comparisons) {
        this.model = model;
        this.comparisons = comparisons.toArray(LongAccumulator[]::new);
    }

    /** A record within one block. */
    private static final class Member {
        private final int chunk;
        private final long record;
        private final String id;
        private final long[] blocks;
        private final ComparablePerson person;

        private Member(Row row) {
            chunk = row.getInt(2);
            record = row.getLong(3);
            id = row.getString(4);
            blocks = row.<Long>getList(5).stream().mapToLong(Long::longValue).toArray();
            person = ComparablePersonCodec.decode(row.<byte[]>getAs(6));
        }
    }

    @Override
    public Iterator<Row> call(Row block, Iterator<Row> rows) {
        long key = block.getLong(0);
        long part = block.getLong(1);
        double least = model.model().thresholds().reviewWeight();
        var kept = new ArrayList<Row>();
        var members = new ArrayList<Member>();
        long compared = 0;
        while (rows.hasNext()) {
            var next = new Member(rows.next());
            for (var other : members) {
                if (BlockMembers.isComparedIn(part, next.chunk, other.chunk)
                        && BlockKey.isFirstOfBoth(key, next.blocks, other.blocks)) {
                    compared++;
                    double weight = model.weight(next.person, other.person);
                    if (weight >= least) {
                        boolean before = RecordIds.BY_BYTES.compare(next.id, other.id) < 0;
                        var left = before ? next : other;
                        var right = before ? other : next;
                        kept.add(RowFactory.create(left.record, right.record, left.id, right.id, weight));
                    }
                }
            }
            members.add(next);
        }
        comparisons[BlockKey.rule(key)].add(compared);
        return kept.iterator();
    }
}
