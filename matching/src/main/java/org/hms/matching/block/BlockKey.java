package org.hms.matching.block;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.BlockingRule;
import org.hms.matching.table.Hash;

/**
 * Blocking keys as terms of eight bytes: a dictionary of these is small and quick to search. Two keys of one hash, of which none
 * is to be expected, would bring together people who are then weighed like any others.
 */
final class BlockKey {
    private BlockKey() {}

    /** The keys of a person under all rules. */
    static List<BytesRef> of(List<BlockingRule> rules, ComparablePerson person) {
        var keys = new ArrayList<BytesRef>();
        rules.forEach(rule -> keys.addAll(of(rule, person)));
        return keys;
    }

    /** The keys of a person under a rule, each once. */
    static Set<BytesRef> of(BlockingRule rule, ComparablePerson person) {
        var keys = new LinkedHashSet<BytesRef>();
        rule.keys(person).forEach(key -> keys.add(of(key)));
        return keys;
    }

    private static BytesRef of(String key) {
        return new BytesRef(
                ByteBuffer.allocate(Long.BYTES).putLong(Hash.of(key)).array());
    }
}
