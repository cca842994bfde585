package org.hms.rules.linkage;

import java.util.Objects;
import java.util.Set;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.Evidence;
import org.hms.matching.score.MatchGrade;
import org.hms.matching.score.MatchScore;

/**
 * What the guards may know of two people: facts, no numbers and no names. A fact is true only if both sides are known, so
 * that a missing value never sets one.
 *
 * @param likely the score does not already say that they are two people
 * @param givenDiffers the given names have nothing in common
 * @param givenPartlyDiffers compound given names share one word and differ in another (María José, María Elena)
 * @param givenMissing one side has no given name
 * @param birthDateDiffers the dates differ by more than a slip of the pen
 * @param generationApart the dates lie as far apart as those of parent and child, and neither is an estimate
 * @param motherContradicts the mothers' names are known and differ
 */
public record ComparedPair(
        boolean likely,
        boolean givenAgrees,
        boolean givenDiffers,
        boolean givenPartlyDiffers,
        boolean givenMissing,
        boolean surnamesAgree,
        boolean birthDateAgrees,
        boolean birthDateDiffers,
        boolean generationApart,
        boolean motherAgrees,
        boolean motherContradicts,
        boolean birthOrderAgrees,
        boolean birthOrderDiffers,
        boolean newborn,
        boolean sexDiffers,
        boolean identifierAgrees,
        boolean identifierConflicts,
        boolean phoneAgrees,
        boolean oneDeceased) {

    /** A pair of which nothing is known. */
    static final ComparedPair NO_FACTS = new ComparedPair(
            false, false, false, false, false, false, false, false, false, false, false, false, false, false, false,
            false, false, false, false);

    /** Parents are hardly younger than this at a birth. */
    private static final int YEARS_OF_A_GENERATION = 14;

    private static final Set<String> GIVEN_AGREES =
            Set.of("exact", "unaccented", "hypocoristic", "close", "same-sound");
    private static final Set<String> SURNAMES_AGREE = Set.of(
            "both",
            "both-unaccented",
            "swapped",
            "collapsed",
            "first-equal-second-missing",
            "first-equal-second-fuzzy",
            "second-equal-first-fuzzy",
            "both-fuzzy",
            "first-fuzzy-second-missing");
    private static final Set<String> DATE_AGREES = Set.of("exact", "exact-first-of-january", "day-month-swapped");
    private static final Set<String> DATE_DIFFERS =
            Set.of("same-month-and-year", "same-year", "within-a-year", "within-ten-years", "else");

    public static ComparedPair of(ComparablePerson left, ComparablePerson right, MatchScore score) {
        // Of most pairs: nobody asks any more.
        return score.grade() == MatchGrade.CERTAINLY_NOT ? NO_FACTS : ofLikely(left, right, score);
    }

    private static ComparedPair ofLikely(ComparablePerson left, ComparablePerson right, MatchScore score) {
        var given = score.part("given-name").level();
        var date = score.part("birth-date").level();
        var mother = score.part("mother");
        var identifiers = score.part("identifiers").level();
        var orderLeft = left.demographics().birth().order();
        var orderRight = right.demographics().birth().order();
        boolean orders = orderLeft != null && orderRight != null;
        return new ComparedPair(
                true,
                GIVEN_AGREES.contains(given),
                given.equals("else"),
                given.equals("one-shared"),
                given.equals(Evidence.MISSING),
                SURNAMES_AGREE.contains(score.part("surnames").level()),
                DATE_AGREES.contains(date),
                DATE_DIFFERS.contains(date),
                date.equals("else") && generationApart(left, right),
                mother.speaks() && !mother.level().equals("else"),
                mother.level().equals("else"),
                orders && Objects.equals(orderLeft, orderRight),
                orders && !Objects.equals(orderLeft, orderRight),
                left.newborn() || right.newborn(),
                score.part("sex").level().equals("else"),
                identifiers.equals("same"),
                identifiers.equals("conflict"),
                score.part("phone").level().equals("equal"),
                left.demographics().deceased() != right.demographics().deceased());
    }

    private static boolean generationApart(ComparablePerson left, ComparablePerson right) {
        var a = left.birthDate();
        var b = right.birthDate();
        return a != null
                && b != null
                && !a.isFirstOfJanuary()
                && !b.isFirstOfJanuary()
                && Math.abs(a.year() - b.year()) >= YEARS_OF_A_GENERATION;
    }

    /** Whether any rule could fire: each of them asks for at least one of these facts, of a pair that is likely. */
    boolean isGuarded() {
        return likely
                && (givenDiffers
                        || givenPartlyDiffers
                        || givenMissing
                        || newborn
                        || birthOrderDiffers
                        || sexDiffers
                        || identifierConflicts
                        || generationApart
                        || oneDeceased);
    }
}
