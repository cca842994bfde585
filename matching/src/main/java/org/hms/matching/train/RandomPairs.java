package org.hms.matching.train;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hms.matching.normalise.ComparablePerson;

/** Draws pairs of people at random and counts their patterns: nearly all of them are two people, which is what u speaks of. */
final class RandomPairs {
    private static final int CHUNK = 1 << 14;

    private RandomPairs() {}

    static Patterns count(LevelCoder coder, List<ComparablePerson> people, long pairs, long seed) {
        long all = all(people.size());
        return all <= pairs
                ? merged(people.size(), row -> ofRow(coder, people, row))
                : merged((int) ((pairs + CHUNK - 1) / CHUNK), chunk -> ofChunk(coder, people, seed, chunk));
    }

    /** How many pairs so many people make. */
    static long all(long people) {
        return people * (people - 1) / 2;
    }

    private static PatternCounts ofRow(LevelCoder coder, List<ComparablePerson> people, int row) {
        var counts = new PatternCounts();
        for (int other = 0; other < row; other++) {
            counts.add(coder.pattern(people.get(row), people.get(other)), 1);
        }
        return counts;
    }

    private static PatternCounts ofChunk(LevelCoder coder, List<ComparablePerson> people, long seed, int chunk) {
        var random = new SplittableRandom(Hashes.mix(seed) + chunk);
        var counts = new PatternCounts();
        for (int i = 0; i < CHUNK; i++) {
            int one = random.nextInt(people.size());
            int other = random.nextInt(people.size() - 1);
            counts.add(coder.pattern(people.get(one), people.get(other < one ? other : other + 1)), 1);
        }
        return counts;
    }

    /** Counted by all cores, each part by itself; counts are whole numbers, so the order of adding does not show. */
    static Patterns merged(int parts, IntFunction<PatternCounts> part) {
        return IntStream.range(0, parts)
                .parallel()
                .mapToObj(part)
                .collect(PatternCounts::new, PatternCounts::addAll, PatternCounts::addAll)
                .toPatterns();
    }
}
