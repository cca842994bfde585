package org.hms.matching.block;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.BlockingRule;

/** Records that an index does not hold yet, found by the blocks that it would file them under. Does not change. */
public final class Newcomers {

    private final RecentRecords records = new RecentRecords();

    public Newcomers(List<BlockingRule> rules, Map<String, ComparablePerson> people) {
        people.forEach((id, person) -> records.put(id, new RecentRecords.Recent(person, BlockKey.of(rules, person))));
    }

    /** The ids of those that share a block with one of them, which is among them. */
    public Set<String> near(String id) {
        var found = new TreeSet<String>();
        records.keys(id).forEach(key -> found.addAll(records.block(key)));
        return found;
    }
}
