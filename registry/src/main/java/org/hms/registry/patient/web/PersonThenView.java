package org.hms.registry.patient.web;

import java.time.Instant;
import java.util.List;
import org.hms.registry.patient.PersonHistory.Passage;
import org.hms.registry.patient.PersonThen;
import org.hms.registry.patient.PersonThen.Member;
import org.hms.registry.patient.web.PersonView.GoldenView;

/** A person as the registry knew them at a moment. {@code askedFor} differs from {@code eid} when the id had been merged by then. */
public record PersonThenView(
        String eid, String askedFor, Instant asOf, GoldenView golden, List<Member> members, List<Passage> passages) {

    static PersonThenView of(String askedFor, PersonThen then) {
        var golden = then.golden();
        return new PersonThenView(
                golden.eid(),
                askedFor,
                then.at(),
                new GoldenView(golden.version(), golden.at(), golden.demographics(), golden.provenance()),
                then.members(),
                then.passages());
    }
}
