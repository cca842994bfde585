package org.hms.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.CollectionConverters;

final class BlockMembersTest {
    private static final long KEY = 3L << BlockKey.HASH_BITS | 42;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40, 41, 1000})
    void eachTwoRecordsOfABlockAreComparedInExactlyOneOfItsParts(int partSize) {
        int size = 41;
        var compared = new HashMap<List<Long>, Integer>();
        parts(size, partSize).values().forEach(members -> {
            for (int i = 0; i < members.size(); i++) {
                for (int j = 0; j < i; j++) {
                    var one = members.get(i);
                    var other = members.get(j);
                    if (BlockMembers.isComparedIn(one.getLong(1), one.getInt(2), other.getInt(2))) {
                        var pair = one.getLong(3) < other.getLong(3)
                                ? List.of(one.getLong(3), other.getLong(3))
                                : List.of(other.getLong(3), one.getLong(3));
                        compared.merge(pair, 1, Integer::sum);
                    }
                }
            }
        });

        assertThat(compared).hasSize(size * (size - 1) / 2);
        assertThat(compared.values()).containsOnly(1);
    }

    private static Map<Long, List<Row>> parts(int size, int partSize) {
        var members = new BlockMembers(partSize);
        var block = CollectionConverters.asScala(List.of(RowFactory.create(KEY, (long) size)))
                .toSeq();
        var parts = new HashMap<Long, List<Row>>();
        IntStream.range(0, size)
                .mapToObj(i -> RowFactory.create((long) i, "r" + i, new byte[0], block))
                .forEach(row -> members.call(row)
                        .forEachRemaining(member -> parts.computeIfAbsent(member.getLong(1), part -> new ArrayList<>())
                                .add(member)));
        return parts;
    }

    @Test
    void twoRecordsAreComparedInTheFirstOfTheirCommonBlocksOnly() {
        long[] left = {1, 5, 8, 9};
        long[] right = {2, 5, 9};

        assertThat(BlockKey.isFirstOfBoth(5, left, right)).isTrue();
        assertThat(BlockKey.isFirstOfBoth(9, left, right)).isFalse();
    }
}
