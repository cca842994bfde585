package org.hms.registry.facility.store;

import java.util.List;
import org.hms.registry.facility.PlaceCondition;
import org.hms.registry.territory.EntryCondition;
import org.hms.registry.territory.EntryCondition.IsNamed;
import org.hms.registry.territory.EntryCondition.Match;
import org.hms.registry.territory.NameFolding;
import org.hms.registry.territory.store.Criteria;
import org.jdbi.v3.core.Handle;

/**
 * How places of a name are looked for. Few bear a rare name, and the index of names tells all of them; a common one is met
 * again and again by whoever walks along the places in the order of their ids. So neither has to count or sort what many
 * bear.
 */
final class NamedPlaces {

    /** A name that more bear is common. */
    static final int FEW = 1_000;

    /** Sorts after whatever may follow a beginning. */
    private static final String LAST = "\uDBFF\uDFFF";

    private static final String NOTHING = "false";

    private final Handle handle;
    private boolean common;

    NamedPlaces(Handle handle) {
        this.handle = handle;
    }

    /** Whether a common name was asked for. */
    boolean common() {
        return common;
    }

    /** Whether this is about a name that is looked for folded. */
    static boolean concerns(PlaceCondition condition) {
        return condition instanceof PlaceCondition.Entry(IsNamed named)
                && named.part() == null
                && named.match() != Match.EXACT;
    }

    void require(PlaceCondition condition, Criteria criteria) {
        if (!(condition instanceof PlaceCondition.Entry(IsNamed named))) {
            throw new IllegalArgumentException("This is about no name");
        }
        var bearers = bearers(named);
        if (bearers.size() <= FEW) {
            criteria.require(new EntryCondition.HasId(bearers));
        } else {
            common = true;
            criteria.require(criteria.anyOf(named.anyOf(), text -> along(named.match(), text, criteria)));
        }
    }

    /** All that bear the name when they are few, some of them twice; else one more than few. */
    private List<String> bearers(IsNamed named) {
        var criteria = new Criteria();
        criteria.require("n.of_place");
        criteria.require(criteria.anyOf(named.anyOf(), text -> listed(named.match(), text, criteria)));
        return criteria.bindTo(handle.createQuery(
                        "SELECT n.entry_id FROM directory_name n WHERE " + criteria.where() + " LIMIT " + (FEW + 1)))
                .mapTo(String.class)
                .list();
    }

    /** Folding leaves letters, digits and spaces, so there is no wildcard to escape. */
    private static String listed(Match match, String text, Criteria criteria) {
        var folded = NameFolding.fold(text);
        if (folded.isEmpty()) {
            return NOTHING;
        }
        return switch (match) {
            case CONTAINS -> "n.folded LIKE " + criteria.bind("%" + folded + "%");
            case STARTS_WITH, EXACT ->
                "(n.folded COLLATE \"C\" >= " + criteria.bind(folded) + " AND n.folded COLLATE \"C\" < "
                        + criteria.bind(folded + LAST) + ")";
        };
    }

    private static String along(Match match, String text, Criteria criteria) {
        var folded = NameFolding.fold(text);
        if (folded.isEmpty()) {
            return NOTHING;
        }
        return "p.folded LIKE " + criteria.bind((match == Match.CONTAINS ? "%" : "%\n") + folded + "%");
    }
}
