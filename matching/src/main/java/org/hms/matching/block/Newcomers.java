package org.hms.matching.block;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.util.BytesRef;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.BlockingRule;

/** Records that an index does not hold yet, found by the blocks that it would file them under. Does not change. */
public final class Newcomers {

    private final List<BlockingRule> rules;
    private final RecentRecords records = new RecentRecords();

    public Newcomers(List<BlockingRule> rules, Map<String, ComparablePerson> people) {
        this.rules = rules;
        people.forEach((id, person) -> records.put(id, person, keys(person)));
    }

    private List<BytesRef> keys(ComparablePerson person) {
        return rules.stream()
                .flatMap(rule -> BlockKey.of(rule, person).stream())
                .toList();
    }

    /** The ids of those that share a block with the probe. */
    public Set<String> find(ComparablePerson probe) {
        var found = new TreeSet<String>();
        keys(probe).forEach(key -> found.addAll(records.block(key)));
        return found;
    }
}
