package org.hms.matching.score;

import java.util.List;
import org.hms.matching.normalise.ComparablePerson;

/** An attribute that is plain text to us: a place, a postcode, an e-mail address, whatever else a file brings. */
public final class TextComparison extends Comparison<String> {
    /** What the names of such comparisons start with; the attribute's own name follows: place-suburb. */
    public static final List<String> KINDS = List.of("place-", "postcode-", "email-", "father-", "category-", "text-");

    private static final int LONG_ENOUGH_TO_BE_CUT = 5;

    enum Level {
        EXACT,
        CLOSE,
        ELSE
    }

    TextComparison(String name, LevelList levels) {
        super(name, levels);
    }

    static boolean isName(String name) {
        return KINDS.stream().anyMatch(name::startsWith);
    }

    @Override
    public List<String> values(ComparablePerson person) {
        var value = person.attributes().get(name());
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public int level(String a, String b) {
        if (a.equals(b)) {
            return Level.EXACT.ordinal();
        }
        return (Likeness.close(a, b) || isCut(a, b) || isCut(b, a) ? Level.CLOSE : Level.ELSE).ordinal();
    }

    @Override
    public QuickLevels quick(List<String> values) {
        int[] shapes = values.stream().mapToInt(Shape::of).toArray();
        return (a, b) -> Shape.mayBeClose(shapes[a], shapes[b]) || Shape.mayBeCut(shapes[a], shapes[b])
                ? QuickLevels.UNKNOWN
                : Level.ELSE.ordinal();
    }

    /** "san lorenzo" of "san lorenzo del campo grande". */
    private static boolean isCut(String part, String whole) {
        return part.length() >= LONG_ENOUGH_TO_BE_CUT && whole.startsWith(part);
    }
}
