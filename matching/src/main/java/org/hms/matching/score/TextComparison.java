package org.hms.matching.score;

import java.util.List;
import org.hms.matching.normalise.ComparablePerson;

/** An attribute that is plain text to us: a place, a postcode, an e-mail address, whatever else a file brings. */
public final class TextComparison implements Comparison {
    /** What the names of such comparisons start with; the attribute's own name follows: place-suburb. */
    public static final List<String> KINDS = List.of("place-", "postcode-", "email-", "father-", "category-", "text-");

    private static final int LONG_ENOUGH_TO_BE_CUT = 5;

    enum Level {
        EXACT,
        CLOSE,
        ELSE
    }

    private final Levels levels;

    TextComparison(String name, List<ComparisonLevel> levels) {
        this.levels = new Levels(name, levels);
    }

    static boolean isName(String name) {
        return KINDS.stream().anyMatch(name::startsWith);
    }

    @Override
    public String name() {
        return levels.comparison();
    }

    @Override
    public List<ComparisonLevel> levels() {
        return levels.all();
    }

    @Override
    public Evidence compare(ComparablePerson left, ComparablePerson right) {
        var a = left.attributes().get(levels.comparison());
        var b = right.attributes().get(levels.comparison());
        if (a == null || b == null) {
            return levels.missing();
        }
        if (a.equals(b)) {
            return levels.at(Level.EXACT);
        }
        return levels.at(Likeness.close(a, b) || isCut(a, b) || isCut(b, a) ? Level.CLOSE : Level.ELSE);
    }

    /** "san lorenzo" of "san lorenzo del campo grande". */
    private static boolean isCut(String part, String whole) {
        return part.length() >= LONG_ENOUGH_TO_BE_CUT && whole.startsWith(part);
    }
}
