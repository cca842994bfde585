package org.hms.matching.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

final class ValuePoolTest {
    private static final int TEXTS = 60_000;

    /** Threads that meet the same new texts at once, while the tables of numbers grow under them. */
    @RepeatedTest(5)
    void anyNumberOfReadersGiveAValueOneNumber() throws Exception {
        var pool = new ValuePool<String>(text -> text);
        try (var readers = Executors.newFixedThreadPool(4)) {
            var seen = IntStream.range(0, 4)
                    .mapToObj(reader -> readers.submit(() -> numbers(pool, reader)))
                    .toList();
            var first = seen.getFirst().get();
            for (Future<int[]> other : seen) {
                assertThat(other.get()).isEqualTo(first);
            }
            assertThat(first[0]).isZero();
            var values = new HashMap<Integer, String>();
            for (int i = 1; i < TEXTS; i++) {
                assertThat(pool.value(first[i])).isEqualTo("text " + i / 2);
                assertThat(values.putIfAbsent(first[i], "text " + i / 2)).isIn(null, "text " + i / 2);
            }
        }
    }

    /** Two texts each are read alike, the first says nothing; each reader meets them in an order of its own. */
    private static int[] numbers(ValuePool<String> pool, int reader) {
        var numbers = new int[TEXTS];
        var random = new SplittableRandom(reader);
        int step = TEXTS / 2 + 1 + 2 * random.nextInt(1000);
        while (gcd(step, TEXTS) != 1) {
            step++;
        }
        for (int i = 0, at = random.nextInt(TEXTS); i < TEXTS; i++, at = (at + step) % TEXTS) {
            long hash = Hash.of("raw " + at);
            int known = pool.known(hash);
            numbers[at] = known == ValuePool.UNREAD ? pool.learn(hash, at == 0 ? null : "text " + at / 2) : known;
        }
        return numbers;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
