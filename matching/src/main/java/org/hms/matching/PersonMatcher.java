package org.hms.matching;

import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.normalise.Standardiser;
import org.hms.matching.person.Demographics;
import org.hms.matching.score.MatchModel;
import org.hms.matching.score.MatchScore;

/** The door of the linkage engine: standardise what a source said once, then score it against anyone. Thread-safe. */
public final class PersonMatcher {
    private final MatchModel model;
    private final Standardiser standardiser = new Standardiser();

    public PersonMatcher(MatchModel model) {
        this.model = model;
    }

    public ComparablePerson standardise(Demographics person) {
        return standardiser.standardise(person);
    }

    /** Whether a name is a newborn's placeholder ("RN de …"); what {@link ComparablePerson#newborn} says. */
    public boolean isNewborn(Demographics person) {
        return standardiser.isNewborn(person);
    }

    /** Symmetric and pure. */
    public MatchScore score(ComparablePerson left, ComparablePerson right) {
        return model.score(left, right);
    }

    public MatchModel model() {
        return model;
    }
}
