package org.hms.matching.normalise;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One text of a surname as its source wrote it, taken apart: "Vda. de González" into what leads and the name. */
public final class SurnamePart {
    private final List<SurnameOrder.Unit> units;

    private SurnamePart(List<SurnameOrder.Unit> units) {
        this.units = units;
    }

    public static SurnamePart of(String text) {
        return new SurnamePart(List.copyOf(SurnameOrder.units(Folding.words(text))));
    }

    List<SurnameOrder.Unit> units() {
        return units;
    }

    /** Its names written together; null where it has none. */
    @Nullable
    String core() {
        return units.isEmpty()
                ? null
                : units.stream().map(SurnameOrder.Unit::core).collect(Collectors.joining());
    }
}
