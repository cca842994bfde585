package org.hms.matching.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The digits of a date by their places, whether it is in the calendar or not: a year typed as 2972 still has three digits
 * right.
 */
record DateDigits(String year, String month, String day) {
    static final DateDigits NONE = new DateDigits("", "", "");
    private static final Pattern GROUP = Pattern.compile("[\\p{L}\\p{Nd}]+");
    private static final Pattern LETTERS = Pattern.compile("([yu]+)|([ML]+)|(d+)");

    /** By the format where there is one and it fits; else by where the four digits of the year stand. */
    static DateDigits of(String cell, @Nullable String format) {
        var groups = GROUP.matcher(cell).results().map(group -> group.group()).toList();
        if (format == null) {
            return guessed(cell, groups);
        }
        if (fits(cell, format)) {
            return new DateDigits(at(cell, format, "yu"), at(cell, format, "ML"), at(cell, format, "d"));
        }
        var order = LETTERS.matcher(format).results().toList();
        if (groups.size() < order.size()) {
            return guessed(cell, groups);
        }
        var parts = new ArrayList<>(List.of("", "", ""));
        for (int i = 0; i < order.size(); i++) {
            int part = order.get(i).group(1) != null ? 0 : order.get(i).group(2) != null ? 1 : 2;
            parts.set(part, groups.get(i));
        }
        boolean otherOrder = parts.getFirst().length() != 4 && groups.stream().anyMatch(group -> group.length() == 4);
        return otherOrder ? guessed(cell, groups) : new DateDigits(parts.get(0), parts.get(1), parts.get(2));
    }

    /** Whether it has the format's length, and its gaps where the format has them. */
    private static boolean fits(String cell, String format) {
        return cell.length() == format.length()
                && IntStream.range(0, cell.length())
                        .noneMatch(i ->
                                !Character.isLetter(format.charAt(i)) && Character.isLetterOrDigit(cell.charAt(i)));
    }

    private static DateDigits guessed(String cell, List<String> groups) {
        if (groups.size() >= 3) {
            boolean yearFirst = groups.getFirst().length() == 4;
            return new DateDigits(
                    yearFirst ? groups.get(0) : yearOf(groups.get(2)),
                    groups.get(1),
                    yearFirst ? dayOf(groups.get(2)) : groups.get(0));
        }
        if (groups.size() == 2) {
            return new DateDigits(groups.get(0), groups.get(1), "");
        }
        if (cell.length() == 8) {
            int year = number(cell.substring(0, 4));
            return year >= 1800 && year < 2100
                    ? new DateDigits(cell.substring(0, 4), cell.substring(4, 6), cell.substring(6))
                    : new DateDigits(cell.substring(4), cell.substring(2, 4), cell.substring(0, 2));
        }
        return cell.length() == 4 ? new DateDigits(cell, "", "") : NONE;
    }

    /** Without the time of day that may be glued to it: 14T00. */
    private static String dayOf(String group) {
        return group.length() > 2 ? group.substring(0, 2) : group;
    }

    private static String yearOf(String group) {
        return group.length() > 4 ? group.substring(0, 4) : group;
    }

    private static int number(String text) {
        return text.chars().allMatch(Character::isDigit) ? Integer.parseInt(text) : 0;
    }

    private static String at(String cell, String format, String letters) {
        var digits = new StringBuilder(4);
        for (int i = 0; i < cell.length(); i++) {
            if (letters.indexOf(format.charAt(i)) >= 0) {
                digits.append(cell.charAt(i));
            }
        }
        return digits.toString();
    }

    DateDigits or(DateDigits other) {
        return new DateDigits(
                year.isEmpty() ? other.year : year,
                month.isEmpty() ? other.month : month,
                day.isEmpty() ? other.day : day);
    }

    /** Each digit and each pair at its place; day and month once more without theirs, since they are swapped. */
    void cut(Set<String> tokens) {
        var born = filled(year, 4);
        if (born.equals("0000")) {
            return;
        }
        places('y', born, tokens);
        places('m', filled(month, 2), tokens);
        places('d', filled(day, 2), tokens);
        var century = born.length() == 4 ? 2 : 0;
        if (!born.isEmpty()) {
            tokens.add("yy" + born.substring(century));
            tokens.add("cc" + born.substring(0, century));
        }
        for (var part : List.of(filled(month, 2), filled(day, 2))) {
            if (!part.isEmpty()) {
                tokens.add("x" + part);
            }
        }
    }

    private static String filled(String part, int length) {
        if (part.isEmpty() || part.length() >= length) {
            return part;
        }
        return length == 4 ? part : "0".repeat(length - part.length()) + part;
    }

    /** From the right, so that a year of two digits has them where a year of four has its last two. */
    private static void places(char name, String part, Set<String> tokens) {
        for (int i = 0; i < part.length(); i++) {
            tokens.add(name + String.valueOf(part.length() - i) + part.charAt(i));
        }
        if (name != 'y' && !part.isEmpty()) {
            tokens.add(name + part);
        }
    }
}
