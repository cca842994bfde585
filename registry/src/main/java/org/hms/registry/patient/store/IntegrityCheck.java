package org.hms.registry.patient.store;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What must hold of the patient index whatever happened: nothing lost, nothing doubled, every identity with its history. Reads
 * one state of the database and changes nothing; minutes at millions of records.
 */
public final class IntegrityCheck {
    private static final int EXAMPLES = 5;

    private final Jdbi jdbi;

    public IntegrityCheck(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * One rule that is broken.
     *
     * @param id of the rule
     * @param sentence what should hold
     * @param count how often it does not
     * @param examples ids of ours, none of them personal
     */
    public record Finding(String id, String sentence, long count, List<String> examples) {}

    /** The broken rules; none in a sound index. */
    public List<Finding> findings() {
        return jdbi.inTransaction(handle -> {
            handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            return findings(handle);
        });
    }

    static List<Finding> findings(Handle handle) {
        var findings = new ArrayList<Finding>();
        for (var rule : IntegrityRules.ALL) {
            var breaches = "(" + rule.breaches() + ") AS breach";
            long count = handle.createQuery("SELECT count(*) FROM " + breaches)
                    .mapTo(Long.class)
                    .one();
            if (count > 0) {
                var examples = handle.createQuery(
                                "SELECT DISTINCT subject FROM " + breaches + " ORDER BY subject LIMIT " + EXAMPLES)
                        .mapTo(String.class)
                        .list();
                findings.add(new Finding(rule.id(), rule.sentence(), count, examples));
            }
        }
        return findings;
    }

    /** How many rules there are. */
    public static int rules() {
        return IntegrityRules.ALL.size();
    }
}
