package org.hms.matching.privacy.link;

import java.util.Arrays;

/** The few most similar records of the other file for each record of one. Different records may be offered to at once. */
final class BestCandidates {
    static final int KEPT = 6;
    private static final int NONE = -1;

    private final int[] others;
    private final float[] similarities;

    BestCandidates(int records) {
        others = new int[records * KEPT];
        similarities = new float[records * KEPT];
        Arrays.fill(others, NONE);
    }

    void offer(int record, int other, float similarity) {
        int first = record * KEPT;
        int place = first + KEPT - 1;
        if (!before(similarity, other, place)) {
            return;
        }
        for (int i = first; i < first + KEPT; i++) {
            if (others[i] == other) {
                return;
            }
        }
        while (place > first && before(similarity, other, place - 1)) {
            others[place] = others[place - 1];
            similarities[place] = similarities[place - 1];
            place--;
        }
        others[place] = other;
        similarities[place] = similarity;
    }

    private boolean before(float similarity, int other, int place) {
        return others[place] == NONE
                || similarity > similarities[place]
                || similarity == similarities[place] && other < others[place];
    }

    int count(int record) {
        int count = 0;
        while (count < KEPT && others[record * KEPT + count] != NONE) {
            count++;
        }
        return count;
    }

    int other(int record, int rank) {
        return others[record * KEPT + rank];
    }

    float similarity(int record, int rank) {
        return similarities[record * KEPT + rank];
    }
}
