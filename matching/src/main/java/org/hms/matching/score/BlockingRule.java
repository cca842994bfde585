package org.hms.matching.score;

import java.util.ArrayList;
import java.util.List;
import org.hms.matching.normalise.ComparablePerson;

/**
 * Records are worth comparing when they agree in all fields of some rule. A block larger than the cap is not opened but
 * reported: it says that the rule is too loose for that value, not that nobody is in it.
 */
public record BlockingRule(String id, List<BlockingField> fields, int cap) {
    private static final int LONGEST_KEY = 400;

    public BlockingRule {
        fields = List.copyOf(fields);
        if (fields.isEmpty() || cap < 1) {
            throw new IllegalArgumentException("A blocking rule has a field and a cap above 0: " + id);
        }
    }

    /** The keys of a person under this rule: each combination of the fields' values; none where a field is missing. */
    public List<String> keys(ComparablePerson person) {
        var keys = List.of(id);
        for (var field : fields) {
            var longer = new ArrayList<String>();
            for (var value : field.values(person)) {
                for (var key : keys) {
                    longer.add(cut(key + '|' + value));
                }
            }
            keys = longer;
        }
        return keys;
    }

    /** A name of a page's length is no name, and no index takes it as a key. */
    private static String cut(String key) {
        return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
    }
}
