package org.hms.registry.patient;

import java.util.List;
import org.hms.matching.score.MatchGrade;
import org.hms.matching.score.Thresholds;
import org.hms.registry.patient.Linkage.Judged;
import org.hms.rules.linkage.Action;

/**
 * A person who may be the one described: scored by the best member record and by the golden record, both kept, the better
 * one counting.
 */
public record MatchedPerson(
        GoldenRecord golden, String bestRecord, Judged byMember, Judged byGolden, MatchGrade grade) {

    static MatchedPerson of(
            GoldenRecord golden, String bestRecord, Judged byMember, Judged byGolden, Thresholds thresholds) {
        var matched = new MatchedPerson(golden, bestRecord, byMember, byGolden, MatchGrade.POSSIBLE);
        return matched.graded(thresholds);
    }

    /** What the guards hold back is never certain. */
    private MatchedPerson graded(Thresholds thresholds) {
        boolean heldBack = decisive().verdict().action() != Action.NONE;
        if (weight() >= thresholds.linkWeight()) {
            return withGrade(heldBack ? MatchGrade.POSSIBLE : MatchGrade.CERTAIN);
        }
        return withGrade(heldBack ? MatchGrade.POSSIBLE : MatchGrade.PROBABLE);
    }

    /** When the second best comes within the margin nobody is certain: one of the two is the wrong person. */
    static List<MatchedPerson> certainOnlyWithMargin(List<MatchedPerson> bestFirst, Thresholds thresholds) {
        if (bestFirst.size() < 2 || bestFirst.get(0).weight() - bestFirst.get(1).weight() >= thresholds.margin()) {
            return bestFirst;
        }
        return bestFirst.stream()
                .map(person -> person.grade() == MatchGrade.CERTAIN ? person.withGrade(MatchGrade.PROBABLE) : person)
                .toList();
    }

    /** Bits. */
    public double weight() {
        return decisive().score().weight();
    }

    public double probability() {
        return decisive().score().probability();
    }

    public Judged decisive() {
        return byGolden.verdict().action() == Action.NONE
                        && byGolden.score().weight() > byMember.score().weight()
                ? byGolden
                : byMember;
    }

    /** Without what would tell who a confidential person is. */
    MatchedPerson masked() {
        return new MatchedPerson(Discretion.masked(golden), bestRecord, byMember, byGolden, grade);
    }

    private MatchedPerson withGrade(MatchGrade other) {
        return new MatchedPerson(golden, bestRecord, byMember, byGolden, other);
    }
}
