package org.hms.terminology.ask;

import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares versions: numbers by their values, everything else as text. */
public final class Versions {
    private static final Pattern NUMBERED = Pattern.compile("[0-9]+(\\.[0-9]+){1,2}([-+].*)?");
    private static final Pattern PATTERN = Pattern.compile("([0-9]+|[xX*])(\\.([0-9]+|[xX*])){0,2}");

    /** From the oldest to the newest; no version at all is older than any. */
    public static final Comparator<@Nullable String> ORDER = Versions::compare;

    private Versions() {}

    /** Whether a version is the one wanted, or fits the pattern wanted such as {@code 1.x} or {@code 2.1.x}. */
    public static boolean matches(@Nullable String wanted, @Nullable String version) {
        if (wanted == null || version == null) {
            return wanted == null && version == null;
        }
        if (wanted.equals(version)) {
            return true;
        }
        if (NUMBERED.matcher(version).matches()) {
            return PATTERN.matcher(wanted).matches() && matchesParts(wanted.split("\\."), version.split("[-+.]"));
        }
        return !version.matches("[0-9]+") && version.startsWith(wanted);
    }

    private static boolean matchesParts(String[] wanted, String[] version) {
        if (wanted.length != Math.min(version.length, 3)) {
            return false;
        }
        for (var at = 0; at < wanted.length; at++) {
            if (!wanted[at].matches("[xX*]") && !wanted[at].equals(version[at])) {
                return false;
            }
        }
        return true;
    }

    private static int compare(@Nullable String left, @Nullable String right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        var lefts = left.split("[.+-]");
        var rights = right.split("[.+-]");
        for (var at = 0; at < Math.min(lefts.length, rights.length); at++) {
            var order = comparePart(lefts[at], rights[at]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(lefts.length, rights.length);
    }

    private static int comparePart(String left, String right) {
        var numbers = left.matches("[0-9]{1,18}") && right.matches("[0-9]{1,18}");
        return numbers ? Long.compare(Long.parseLong(left), Long.parseLong(right)) : left.compareTo(right);
    }
}
