package org.hms.terminology.language;

import java.util.Arrays;

/** A word strict and folded, and which stretch of the one stands for which of the other. */
record Spelling(String strict, String folded, int[] offsets) {

    static Spelling of(String strict, String folded) {
        return new Spelling(strict, folded, offsets(strict, folded));
    }

    /** The strict letters of a stretch of folded ones, or the folded where the two do not run side by side. */
    String strict(int from, int to) {
        return offsets.length == 0 ? folded.substring(from, to) : strict.substring(offsets[from], offsets[to]);
    }

    private static int[] offsets(String strict, String folded) {
        var offsets = new int[folded.length() + 1];
        var at = 0;
        for (var index = 0; index < strict.length(); index++) {
            if (Orthography.isLetterOfItsOwn(strict.charAt(index))) {
                if (at > folded.length()) {
                    return new int[0];
                }
                offsets[at++] = index;
            }
        }
        if (at != folded.length()) {
            return new int[0];
        }
        offsets[at] = strict.length();
        return offsets;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spelling that && strict.equals(that.strict) && folded.equals(that.folded);
    }

    @Override
    public int hashCode() {
        return strict.hashCode() * 31 + folded.hashCode();
    }

    @Override
    public String toString() {
        return strict + Arrays.toString(offsets);
    }
}
