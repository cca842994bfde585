package org.hms.matching.assign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The one-to-one choice among sparse pairings that gains most in sum: the assignment problem, solved row by row with shortest
 * augmenting paths and prices (Kuhn 1955; Jonker and Volgenant 1987). A row may stay alone, which gains nothing. A search
 * never leaves the component of its row, so that sparse lists cost little. Of equal choices the same one comes out, whatever
 * the order of the pairings.
 */
public final class Assignment {
    private static final int NOBODY = -1;

    private final List<List<Pairing>> ofLeft;
    private final int rights;
    private final double most;
    private final int[] rightOf;
    private final int[] leftOf;
    private final double[] leftPrice;
    private final double[] rightPrice;

    private Assignment(List<Pairing> pairings) {
        int lefts = 1 + pairings.stream().mapToInt(Pairing::left).max().orElse(-1);
        rights = 1 + pairings.stream().mapToInt(Pairing::right).max().orElse(-1);
        most = pairings.stream().mapToDouble(Pairing::gain).max().orElse(0);
        ofLeft = new ArrayList<>(lefts);
        for (int i = 0; i < lefts; i++) {
            ofLeft.add(new ArrayList<>());
        }
        pairings.stream()
                .sorted(Comparator.comparingInt(Pairing::right))
                .forEach(pairing -> ofLeft.get(pairing.left()).add(pairing));
        rightOf = new int[lefts];
        Arrays.fill(rightOf, NOBODY);
        // Behind the rows of the right list each left row has a place of its own, which stands for staying alone.
        leftOf = new int[rights + lefts];
        Arrays.fill(leftOf, NOBODY);
        leftPrice = new double[lefts];
        rightPrice = new double[rights + lefts];
    }

    /** The pairings chosen, in the order of the left rows. */
    public static List<Pairing> best(List<Pairing> pairings) {
        var assignment = new Assignment(pairings);
        for (int left = 0; left < assignment.ofLeft.size(); left++) {
            assignment.place(left);
        }
        return assignment.chosen();
    }

    private List<Pairing> chosen() {
        var chosen = new ArrayList<Pairing>();
        for (int left = 0; left < rightOf.length; left++) {
            int right = rightOf[left];
            ofLeft.get(left).stream()
                    .filter(pairing -> pairing.right() == right)
                    .max(Comparator.comparingDouble(Pairing::gain))
                    .ifPresent(chosen::add);
        }
        return chosen;
    }

    /** A place and how much dearer than now it is to reach. */
    private record Reached(int place, double distance, int from) {}

    /** Finds the cheapest chain of moves that gives this row a place, makes the moves, and settles the prices. */
    private void place(int start) {
        var waiting = new PriorityQueue<>(
                Comparator.comparingDouble(Reached::distance).thenComparingInt(Reached::place));
        var settled = new ArrayList<Reached>();
        var seen = new boolean[leftOf.length];
        int left = start;
        double distance = 0;
        while (true) {
            reach(left, distance, seen, waiting);
            var next = waiting.remove();
            while (seen[next.place()]) {
                next = waiting.remove();
            }
            seen[next.place()] = true;
            settled.add(next);
            distance = next.distance();
            if (leftOf[next.place()] == NOBODY) {
                break;
            }
            left = leftOf[next.place()];
        }
        settlePrices(start, settled, distance);
        move(start, settled);
    }

    private void reach(int left, double distance, boolean[] seen, PriorityQueue<Reached> waiting) {
        int alone = rights + left;
        for (var pairing : ofLeft.get(left)) {
            add(
                    new Reached(pairing.right(), distance + price(left, pairing.right(), pairing.gain()), left),
                    seen,
                    waiting);
        }
        add(new Reached(alone, distance + price(left, alone, 0), left), seen, waiting);
    }

    private static void add(Reached reached, boolean[] seen, PriorityQueue<Reached> waiting) {
        if (!seen[reached.place()]) {
            waiting.add(reached);
        }
    }

    private double price(int left, int place, double gain) {
        return Math.max(0, most - gain - leftPrice[left] - rightPrice[place]);
    }

    private void settlePrices(int start, List<Reached> settled, double distance) {
        leftPrice[start] += distance;
        for (var reached : settled.subList(0, settled.size() - 1)) {
            leftPrice[leftOf[reached.place()]] += distance - reached.distance();
            rightPrice[reached.place()] -= distance - reached.distance();
        }
    }

    private void move(int start, List<Reached> settled) {
        var reached = settled.getLast();
        while (true) {
            int left = reached.from();
            int before = rightOf[left];
            rightOf[left] = reached.place();
            leftOf[reached.place()] = left;
            if (left == start) {
                return;
            }
            reached = settled.stream()
                    .filter(other -> other.place() == before)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
