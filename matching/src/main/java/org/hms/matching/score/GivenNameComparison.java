package org.hms.matching.score;

import java.util.ArrayList;
import java.util.List;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.normalise.Hypocoristics;
import org.hms.matching.normalise.Words;

/** Given names, compound ones as a whole and word by word. */
public final class GivenNameComparison extends Comparison<Words> {
    public static final String NAME = "given-name";

    /** SUBSET: "María" within "María Elena". ONE_SHARED: "María José" and "María Elena". */
    enum Level {
        EXACT,
        UNACCENTED,
        HYPOCORISTIC,
        SUBSET,
        CLOSE,
        SAME_SOUND,
        ONE_SHARED,
        ELSE
    }

    static final int ELSE = Level.ELSE.ordinal();

    private final TermFrequencies frequencies;

    GivenNameComparison(LevelList levels, TermFrequencies frequencies) {
        super(NAME, levels);
        this.frequencies = frequencies;
    }

    @Override
    public List<Words> values(ComparablePerson person) {
        if (person.names().size() == 1) {
            var only = person.names().getFirst().given();
            return only.isEmpty() ? List.of() : List.of(only);
        }
        var values = new ArrayList<Words>(person.names().size());
        for (ComparableName name : person.names()) {
            if (!name.given().isEmpty()) {
                values.add(name.given());
            }
        }
        return values;
    }

    @Override
    public int level(Words a, Words b) {
        return levelOf(a, b).ordinal();
    }

    @Override
    public QuickLevels quick(List<Words> values) {
        return QuickGivenNames.of(values);
    }

    /** Of two names written differently the more common is what they share: María, of María and María Elena. */
    @Override
    public double rarity(int level, Words a, Words b) {
        return levels().get(level).termFrequencyWeight() == 0 ? 0 : Math.min(rarityOf(a), rarityOf(b));
    }

    @Override
    public double rarityOf(Words given) {
        return frequencies.bits(given.joined().plain());
    }

    @Override
    public double mostRarity() {
        return frequencies.mostBits();
    }

    static Level levelOf(Words a, Words b) {
        var left = a.joined();
        var right = b.joined();
        if (left.plain().equals(right.plain())) {
            return left.exact().equals(right.exact()) ? Level.EXACT : Level.UNACCENTED;
        }
        if (Hypocoristics.shipped().relate(a, b)) {
            return Level.HYPOCORISTIC;
        }
        if (a.within(b) || b.within(a)) {
            return Level.SUBSET;
        }
        if (!bothCompound(a, b) && Likeness.close(left.plain(), right.plain())) {
            return Level.CLOSE;
        }
        if (left.sound().equals(right.sound())) {
            return Level.SAME_SOUND;
        }
        return wordByWord(a, b);
    }

    /** Jaro–Winkler flatters what begins alike, so "María Elena" and "María Elisa" are compared word by word. */
    private static Level wordByWord(Words a, Words b) {
        boolean firstClose = Likeness.close(a.first().plain(), b.first().plain());
        var secondA = a.second();
        var secondB = b.second();
        if (secondA == null || secondB == null) {
            return firstClose ? Level.CLOSE : sharesOne(a, b) ? Level.ONE_SHARED : Level.ELSE;
        }
        boolean secondClose = Likeness.close(secondA.plain(), secondB.plain());
        if (firstClose && secondClose) {
            return Level.CLOSE;
        }
        return firstClose || secondClose || sharesOne(a, b) ? Level.ONE_SHARED : Level.ELSE;
    }

    private static boolean bothCompound(Words a, Words b) {
        return a.second() != null && b.second() != null;
    }

    private static boolean sharesOne(Words a, Words b) {
        for (int i = 0; i < a.each().size(); i++) {
            if (b.has(a.each().get(i).plain())) {
                return true;
            }
        }
        return false;
    }
}
