package org.hms.matching.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How often each number was met. */
final class Counts {

    private int[] met = new int[256];
    private int size;

    /** A number and how often it was met. */
    record Counted(int number, int count) {}

    void add(int number) {
        if (size == met.length) {
            met = Arrays.copyOf(met, size * 2);
        }
        met[size++] = number;
    }

    /** Those met most often, of equals the smaller ones; in the order of the numbers. */
    List<Counted> most(int limit) {
        Arrays.sort(met, 0, size);
        var counted = new ArrayList<Counted>();
        for (int from = 0, to = 0; from < size; from = to) {
            while (to < size && met[to] == met[from]) {
                to++;
            }
            counted.add(new Counted(met[from], to - from));
        }
        if (counted.size() <= limit) {
            return counted;
        }
        counted.sort(Comparator.comparingInt((Counted one) -> -one.count()).thenComparingInt(Counted::number));
        var most = new ArrayList<>(counted.subList(0, limit));
        most.sort(Comparator.comparingInt(Counted::number));
        return most;
    }
}
