package org.hms.registry.patient;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.hms.matching.PersonMatcher;
import org.hms.matching.person.Demographics;
import org.hms.rules.quality.Finding;
import org.hms.rules.quality.PersonFacts;
import org.hms.rules.quality.QualityPolicy;

/** What is wanting in a record. It is told to the source and never a reason to lose the record. */
public final class RecordQuality {

    private final PersonMatcher matcher;
    private final QualityPolicy policy;
    private final InstantSource clock;

    public RecordQuality(PersonMatcher matcher, QualityPolicy policy, InstantSource clock) {
        this.matcher = matcher;
        this.policy = policy;
        this.clock = clock;
    }

    public List<Finding> findings(Demographics said) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return policy.findings(PersonFacts.of(matcher.standardise(said), today));
    }
}
