package org.hms.terminology.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Gathers the codes of all matching designations; the code with the shortest matching text comes first. */
final class ShortestFirst {
    private final Map<Integer, Integer> shortest = new HashMap<>();

    CollectorManager<Leaf, Integer> manager() {
        return new CollectorManager<>() {
            @Override
            public Leaf newCollector() {
                return new Leaf();
            }

            @Override
            public Integer reduce(Collection<Leaf> leaves) {
                leaves.forEach(leaf -> leaf.found.forEach((key, value) -> shortest.merge(key, value, Math::min)));
                return shortest.size();
            }
        };
    }

    List<Integer> ordinals() {
        var ordinals = new ArrayList<>(shortest.keySet());
        ordinals.sort(Comparator.<Integer>comparingInt(ordinal -> shortest.getOrDefault(ordinal, 0))
                .thenComparing(Comparator.naturalOrder()));
        return ordinals;
    }

    /** Collects from one thread's share of the index. */
    static final class Leaf extends SimpleCollector {
        private final Map<Integer, Integer> found = new HashMap<>();
        private NumericDocValues ordinals = DocValues.emptyNumeric();
        private NumericDocValues lengths = DocValues.emptyNumeric();

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            ordinals = DocValues.getNumeric(context.reader(), DesignationIndex.ORDINAL);
            lengths = DocValues.getNumeric(context.reader(), DesignationIndex.LENGTH);
        }

        @Override
        public void collect(int document) throws IOException {
            if (ordinals.advanceExact(document) && lengths.advanceExact(document)) {
                found.merge((int) ordinals.longValue(), (int) lengths.longValue(), Math::min);
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
