package org.hms.terminology.ask;

import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares versions: numbers by their values, releases of SNOMED CT by their dates, everything else as text. */
public final class Versions {
    private static final Pattern NUMBERED = Pattern.compile("[0-9]+(\\.[0-9]+){1,2}([-+].*)?");
    private static final Pattern PATTERN = Pattern.compile("([0-9]+|[xX*])(\\.([0-9]+|[xX*])){0,2}");

    private static final Pattern SNOMED = Pattern.compile("http://snomed\\.info/(x?)sct/([0-9]+)/version/([0-9]{8})");

    /** From the oldest to the newest; no version at all is older than any. */
    public static final Comparator<@Nullable String> ORDER = Versions::compare;

    /** A release of SNOMED CT that is not published is older than any that is, whatever the edition. */
    private static final Comparator<MatchResult> RELEASES = Comparator.comparing(
                    (MatchResult release) -> release.group(1).isEmpty())
            .thenComparing(release -> release.group(3))
            .thenComparing(release -> release.group(2));

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
        var release = SNOMED.matcher(left);
        var other = SNOMED.matcher(right);
        if (release.matches() && other.matches()) {
            return RELEASES.compare(release, other);
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
