package org.hms.registry.termwork;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts words that are not known for the work list, and look-ups by district for the early signal, where that is on. */
public final class CountedTermUse implements TermUse {
    private final UntranslatedQueries queries;
    private final ConceptUses uses;
    private final Set<String> districts;

    /** @param districts the codes of all districts; none where look-ups are not counted */
    public CountedTermUse(UntranslatedQueries queries, ConceptUses uses, Set<String> districts) {
        this.queries = queries;
        this.uses = uses;
        this.districts = Set.copyOf(districts);
    }

    @Override
    public void asked(String caller, String text, @Nullable String language, boolean known) {
        queries.asked(caller, text, language, known);
    }

    @Override
    public boolean accepts(@Nullable String district) {
        return district == null || districts.isEmpty() || districts.contains(district);
    }

    @Override
    public void lookedUp(String concept, @Nullable String district) {
        if (district != null && districts.contains(district)) {
            uses.used(concept, district);
        }
    }
}
