package org.hms.terminology.search;

/** Letters inserted, left out, changed, or two neighbours changed about. */
final class EditDistance {
    private EditDistance() {}

    static int between(String left, String right) {
        var before = new int[right.length() + 1];
        var last = new int[right.length() + 1];
        var now = new int[right.length() + 1];
        for (var j = 0; j <= right.length(); j++) {
            last[j] = j;
        }
        for (var i = 1; i <= left.length(); i++) {
            now[0] = i;
            for (var j = 1; j <= right.length(); j++) {
                var change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            var spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return last[right.length()];
    }
}
