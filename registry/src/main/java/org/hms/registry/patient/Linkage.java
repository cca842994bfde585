package org.hms.registry.patient;

import org.hms.matching.PersonMatcher;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.MatchScore;
import org.hms.matching.score.Thresholds;
import org.hms.rules.linkage.ComparedPair;
import org.hms.rules.linkage.LinkagePolicy;
import org.hms.rules.linkage.Verdict;

/** One pair, judged whole: the statistics say how likely, the guards say what may be done about it. */
public final class Linkage {

    private final PersonMatcher matcher;
    private final LinkagePolicy policy;

    public Linkage(PersonMatcher matcher, LinkagePolicy policy) {
        this.matcher = matcher;
        this.policy = policy;
    }

    /** A score with the guards' verdict on it. */
    public record Judged(MatchScore score, Verdict verdict) {}

    public Judged judge(ComparablePerson one, ComparablePerson other) {
        var score = matcher.score(one, other);
        return new Judged(score, policy.judge(ComparedPair.of(one, other, score)));
    }

    public PersonMatcher matcher() {
        return matcher;
    }

    public Thresholds thresholds() {
        return matcher.model().thresholds();
    }

    public String model() {
        return matcher.model().version() + "/" + matcher.model().hash();
    }
}
