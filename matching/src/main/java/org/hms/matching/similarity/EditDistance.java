package org.hms.matching.similarity;

/**
 * Damerau's and Levenshtein's edit distance in its restricted form (optimal string alignment): insertions, deletions,
 * substitutions and transpositions of neighbours, no substring edited twice. Latin words of up to 64 letters are told
 * bit-parallel (Hyyrö 2003) and without memory.
 */
public final class EditDistance {
    private EditDistance() {}

    public static int between(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.length() + right.length();
        }
        if (left.length() <= LetterMasks.LONGEST) {
            var table = LetterMasks.table();
            if (LetterMasks.fill(table, left, left.length())) {
                int distance = bitParallel(table, left.length(), right);
                LetterMasks.clear(table, left, left.length());
                return distance;
            }
        }
        return rowByRow(left, right);
    }

    /** A column of the table of distances as bits: where it rises, where it falls, and where the diagonal is free. */
    private static int bitParallel(long[] table, int n, String right) {
        long rises = -1;
        long falls = 0;
        long free = 0;
        long before = 0;
        int distance = n;
        for (int j = 0; j < right.length(); j++) {
            long places = LetterMasks.places(table, right.charAt(j));
            long swapped = (~free & places) << 1 & before;
            free = ((places & rises) + rises ^ rises) | places | falls | swapped;
            long across = falls | ~(free | rises);
            long back = free & rises;
            distance += (int) (across >>> n - 1 & 1) - (int) (back >>> n - 1 & 1);
            across = across << 1 | 1;
            rises = back << 1 | ~(free | across);
            falls = across & free;
            before = places;
        }
        return distance;
    }

    private static int rowByRow(String left, String right) {
        int m = right.length();
        int[] beforeLast = new int[m + 1];
        int[] last = new int[m + 1];
        int[] current = new int[m + 1];
        for (int j = 0; j <= m; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= m; j++) {
                int substituted = last[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                int best = Math.min(substituted, Math.min(last[j], current[j - 1]) + 1);
                current[j] = swapped(left, i, right, j) ? Math.min(best, beforeLast[j - 2] + 1) : best;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }
        return last[m];
    }

    /** Whether at most one edit separates the two, told without memory: the question asked of numbers and dates. */
    public static boolean atMostOne(String left, String right) {
        return left.length() <= right.length() ? oneEdit(left, right) : oneEdit(right, left);
    }

    private static boolean oneEdit(String left, String right) {
        int n = left.length();
        int m = right.length();
        if (m - n > 1) {
            return false;
        }
        int from = 0;
        while (from < n && left.charAt(from) == right.charAt(from)) {
            from++;
        }
        int tail = 0;
        while (tail < n - from && left.charAt(n - 1 - tail) == right.charAt(m - 1 - tail)) {
            tail++;
        }
        int restLeft = n - from - tail;
        int restRight = m - from - tail;
        return restRight <= 1
                || restLeft == 2
                        && restRight == 2
                        && left.charAt(from) == right.charAt(from + 1)
                        && left.charAt(from + 1) == right.charAt(from);
    }

    private static boolean swapped(String left, int i, String right, int j) {
        return i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2) && left.charAt(i - 2) == right.charAt(j - 1);
    }
}
