package org.hms.registry.reconcile;

import java.util.ArrayList;
import java.util.List;

/** Which words of one name stand for which of another, the most alike first; two neighbours may stand for one. */
final class Alignment {

    private record Pair(int left, int right, String word, WordLikeness likeness) {}

    private final List<Pair> pairs = new ArrayList<>();
    private final List<String> leftOver;
    private final List<String> rightOver;

    private Alignment(List<String> left, List<String> right) {
        var open = new ArrayList<>(left);
        var others = new ArrayList<>(right);
        for (var likeness : WordLikeness.values()) {
            if (likeness != WordLikeness.NONE) {
                pair(open, others, likeness);
            }
            if (likeness == WordLikeness.SAME) {
                pairJoined(open, others);
                pairJoined(others, open);
            }
        }
        leftOver = open.stream().filter(word -> !word.isEmpty()).toList();
        rightOver = others.stream().filter(word -> !word.isEmpty()).toList();
    }

    static Alignment of(List<String> left, List<String> right) {
        return new Alignment(left, right);
    }

    /** A word that found its like is blanked, so that places stay what they are. */
    private void pair(List<String> left, List<String> right, WordLikeness wanted) {
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size() && !left.get(i).isEmpty(); j++) {
                if (!right.get(j).isEmpty() && WordLikeness.of(left.get(i), right.get(j)) == wanted) {
                    pairs.add(new Pair(i, j, longer(left.get(i), right.get(j)), wanted));
                    left.set(i, "");
                    right.set(j, "");
                }
            }
        }
    }

    private void pairJoined(List<String> parted, List<String> whole) {
        for (int i = 0; i + 1 < parted.size(); i++) {
            var joined = parted.get(i) + parted.get(i + 1);
            int found = parted.get(i).isEmpty() || parted.get(i + 1).isEmpty() ? -1 : whole.indexOf(joined);
            if (found >= 0) {
                pairs.add(new Pair(i, found, joined, WordLikeness.SPELLING));
                parted.set(i, "");
                parted.set(i + 1, "");
                whole.set(found, "");
            }
        }
    }

    private static String longer(String one, String other) {
        return one.length() >= other.length() ? one : other;
    }

    List<String> agreed() {
        return pairs.stream().map(Pair::word).toList();
    }

    double agreedBits(NameRarity rarity) {
        return pairs.stream()
                .mapToDouble(pair -> pair.likeness().share() * rarity.bits(pair.word()))
                .sum();
    }

    List<String> leftOver() {
        return leftOver;
    }

    List<String> rightOver() {
        return rightOver;
    }

    /** Whether the words that agree come in one order on both sides. */
    boolean inOrder() {
        return pairs.stream()
                .allMatch(one -> pairs.stream()
                        .allMatch(other -> Integer.compare(one.left(), other.left())
                                == Integer.compare(one.right(), other.right())));
    }

    /** Whether some words are alike in their stem alone. */
    boolean isOfStems() {
        return pairs.stream().anyMatch(pair -> pair.likeness() == WordLikeness.STEM);
    }
}
