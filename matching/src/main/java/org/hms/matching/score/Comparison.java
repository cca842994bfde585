package org.hms.matching.score;

import java.util.List;
import org.hms.matching.normalise.ComparablePerson;

/**
 * Compares one attribute of two people. It compares values rather than people, so that a batch can compare each two
 * distinct values once. Symmetric and pure.
 *
 * @param <V> what is compared: the words of a name, a date, an identifier
 */
public abstract sealed class Comparison<V>
        permits BirthDateComparison,
                DistrictComparison,
                GivenNameComparison,
                IdentifierComparison,
                MotherComparison,
                NameOrderComparison,
                PhoneComparison,
                SexComparison,
                SurnamesComparison,
                TextComparison {
    /** The level of two values that say nothing of each other. */
    public static final int SILENT = -1;

    private final String name;
    private final double kin;
    private final List<ComparisonLevel> levels;
    private final Evidence[] evidence;
    private final Evidence missing;

    Comparison(String name, LevelList given) {
        this.name = name;
        kin = given.kin();
        levels = given.levels();
        missing = Evidence.missing(name);
        evidence = levels.stream()
                .map(level -> new Evidence(name, level.name(), level.weight(), 0, level.weightAgainstRelatives()))
                .toArray(Evidence[]::new);
    }

    public final String name() {
        return name;
    }

    /** In what share of cases two relatives agree in this as one person does, rather than as strangers do. */
    public final double kin() {
        return kin;
    }

    /** From the strongest agreement down to the last, which is anything else. */
    public final List<ComparisonLevel> levels() {
        return levels;
    }

    /** What there is to compare; a person with several names has several values, one of whom nothing is known has none. */
    public abstract List<V> values(ComparablePerson person);

    /** The position of the level that the two reach, or {@link #SILENT}. */
    public abstract int level(V a, V b);

    /** The same for values that will be compared often; here it decides nothing. */
    public QuickLevels quick(List<V> values) {
        return (a, b) -> QuickLevels.UNKNOWN;
    }

    /** How much rarer than usual, in bits, what the two agree in is; 0 where the comparison knows no frequencies. */
    public double rarity(int level, V a, V b) {
        return 0;
    }

    /**
     * How rare one value is by itself, where {@link #rarity} of two is the lesser of both at every level that knows
     * frequencies; else not a number.
     */
    public double rarityOf(V value) {
        return Double.NaN;
    }

    /** The largest value that {@link #rarity} may have. */
    public double mostRarity() {
        return 0;
    }

    /** Whether what is rare among strangers is as common among relatives as any other: a surname, not a given name. */
    public boolean isRareAmongRelatives() {
        return true;
    }

    /** The best that any two of their values say. */
    public final Evidence compare(ComparablePerson left, ComparablePerson right) {
        var best = missing;
        var others = values(right);
        var own = values(left);
        for (int i = 0; i < own.size(); i++) {
            for (int j = 0; j < others.size(); j++) {
                int level = level(own.get(i), others.get(j));
                if (level != SILENT) {
                    var found = evidence(level, rarity(level, own.get(i), others.get(j)));
                    best = !best.speaks() || found.weight() > best.weight() ? found : best;
                }
            }
        }
        return best;
    }

    private Evidence evidence(int level, double rarity) {
        var plain = evidence[level];
        double bits = levels.get(level).termFrequencyWeight() * rarity;
        return bits == 0
                ? plain
                : new Evidence(
                        name,
                        plain.level(),
                        plain.weight() + bits,
                        bits,
                        plain.weightAgainstRelatives() + (isRareAmongRelatives() ? bits : 0));
    }
}
