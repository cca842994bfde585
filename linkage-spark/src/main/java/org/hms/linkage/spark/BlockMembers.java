package org.hms.linkage.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Sends a person to each of the opened blocks it is in. A large block is salted: its records fall into chunks, and each two
 * chunks make a part of the block that is scored by itself, so that no task has more pairs than the square of a part.
 */
final class BlockMembers implements FlatMapFunction<Row, Row> {
    static final StructType MEMBERS = new StructType()
            .add("key", DataTypes.LongType, false)
            .add("part", DataTypes.LongType, false)
            .add("chunk", DataTypes.IntegerType, false)
            .add("record", DataTypes.LongType, false)
            .add("id", DataTypes.StringType, false)
            .add("blocks", DataTypes.createArrayType(DataTypes.LongType, false), false)
            .add("person", DataTypes.BinaryType, false);

    private static final long serialVersionUID = 1L;

    private final int partSize;

    /** @param partSize how many records a chunk of a block holds at about */
    BlockMembers(int partSize) {
        this.partSize = partSize;
    }

    /** @param row record, id, person and blocks, each a key and a size */
    @Override
    public Iterator<Row> call(Row row) {
        List<Row> blocks = row.getList(3);
        var keys = blocks.stream().mapToLong(block -> block.getLong(0)).toArray();
        var members = new ArrayList<Row>(keys.length);
        for (var block : blocks) {
            int chunks = (int) ((block.getLong(1) + partSize - 1) / partSize);
            int own = (int) Long.remainderUnsigned(BlockKey.mixed(row.getLong(0)), chunks);
            for (int other = 0; other < chunks; other++) {
                members.add(RowFactory.create(
                        block.getLong(0),
                        part(own, other),
                        own,
                        row.getLong(0),
                        row.getString(1),
                        keys,
                        row.<byte[]>getAs(2)));
            }
        }
        return members.iterator();
    }

    private static long part(int chunk, int other) {
        return (long) Math.min(chunk, other) << Integer.SIZE | Math.max(chunk, other);
    }

    /** Whether two records that are in one part are compared there: those of one chunk meet in each part of that chunk. */
    static boolean isComparedIn(long part, int chunk, int other) {
        return chunk != other || part == part(chunk, chunk);
    }
}
