package org.hms.matching.calibrate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Labels in two parts, one to learn from and one to judge what was learned; matches and others are shared out alike. */
record Halves(List<LabelledWeight> training, List<LabelledWeight> heldOut) {
    Halves {
        training = List.copyOf(training);
        heldOut = List.copyOf(heldOut);
    }

    /** The same labels and seed make the same parts, whatever the order of the labels. */
    static Halves of(List<LabelledWeight> labels, double heldOutShare, long seed) {
        var training = new ArrayList<LabelledWeight>();
        var heldOut = new ArrayList<LabelledWeight>();
        for (boolean match : new boolean[] {true, false}) {
            var some = new ArrayList<>(labels.stream()
                    .filter(label -> label.match() == match)
                    .sorted((a, b) -> Double.compare(a.weight(), b.weight()))
                    .toList());
            Collections.shuffle(some, new Random(seed));
            int kept = (int) Math.round(some.size() * heldOutShare);
            heldOut.addAll(some.subList(0, kept));
            training.addAll(some.subList(kept, some.size()));
        }
        return new Halves(training, heldOut);
    }
}
