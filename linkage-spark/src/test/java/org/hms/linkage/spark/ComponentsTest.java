package org.hms.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hms.linkage.spark.ComponentCutting.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ComponentsTest {
    private static final StructType PAIRS =
            new StructType().add("left", DataTypes.LongType).add("right", DataTypes.LongType);

    @TempDir
    private Path work;

    @Test
    void whatHangsTogetherIsFoundAlongChainsStarsAndChance() throws IOException {
        var pairs = new ArrayList<long[]>();
        IntStream.range(0, 60).forEach(i -> pairs.add(new long[] {1_000 + (i * 37) % 61, 1_000 + (i * 37 + 37) % 61}));
        IntStream.range(1, 50).forEach(i -> pairs.add(new long[] {2_050, 2_000 + i}));
        var random = new Random(7);
        IntStream.range(0, 150).forEach(i -> pairs.add(new long[] {random.nextInt(200), random.nextInt(200)}));
        pairs.removeIf(pair -> pair[0] == pair[1]);

        assertThat(onSpark(pairs)).isEqualTo(leastReached(pairs));
    }

    private Map<Long, Long> onSpark(List<long[]> pairs) throws IOException {
        var found = new HashMap<Long, Long>();
        try (var spark = LinkageSession.start(null, 2)) {
            List<Row> rows = pairs.stream()
                    .map(pair -> RowFactory.create(pair[0], pair[1]))
                    .toList();
            var stages = new Stages(spark, work.toString(), stage -> {});
            new ConnectedComponents(stages)
                    .of(spark.createDataFrame(rows, PAIRS))
                    .collectAsList()
                    .forEach(row -> assertThat(found.put(row.getLong(0), row.getLong(1)))
                            .isNull());
        }
        return found;
    }

    /** The slow way: the least number spreads until it spreads no further. */
    private static Map<Long, Long> leastReached(List<long[]> pairs) {
        var least = new HashMap<Long, Long>();
        pairs.forEach(pair -> {
            least.put(pair[0], pair[0]);
            least.put(pair[1], pair[1]);
        });
        var before = Map.<Long, Long>of();
        while (!before.equals(least)) {
            before = Map.copyOf(least);
            for (var pair : pairs) {
                long both = Math.min(least.getOrDefault(pair[0], pair[0]), least.getOrDefault(pair[1], pair[1]));
                least.put(pair[0], both);
                least.put(pair[1], both);
            }
        }
        return least;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aComponentIsCutAtTheLowestWeightThatBringsAllPartsBelowTheCap(long seed) {
        var random = new Random(seed);
        var links = IntStream.range(0, 120)
                .mapToObj(i -> new Link(random.nextInt(60), random.nextInt(60), 3 + random.nextInt(20)))
                .toList();

        var cut = ComponentCutting.cut(60, links, 3, 8);

        assertThat(partSizes(cut.parts())).allMatch(size -> size <= 8);
        var bit = ComponentCutting.cut(60, links, cut.weight() - 1, 60);
        assertThat(partSizes(bit.parts())).anyMatch(size -> size > 8);
        links.stream()
                .filter(link -> link.weight() >= cut.weight())
                .forEach(link -> assertThat(cut.parts()[link.left()]).isEqualTo(cut.parts()[link.right()]));
    }

    @Test
    void equalsThatNeverFallApartStayByThemselves() {
        var links = IntStream.range(0, 19).mapToObj(i -> new Link(i, i + 1, 5)).toList();

        var cut = ComponentCutting.cut(20, links, 3, 8);

        assertThat(partSizes(cut.parts())).hasSize(20).containsOnly(1);
    }

    private static List<Integer> partSizes(int[] parts) {
        var sizes = new HashMap<Integer, Integer>();
        for (int part : parts) {
            sizes.merge(part, 1, Integer::sum);
        }
        return List.copyOf(sizes.values());
    }
}
