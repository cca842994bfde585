package org.hms.registry.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** For each pair that was chosen, the next best that either of its rows could have had. */
final class Rivals {

    private static final Comparator<FacilityPair> BY_WEIGHT = Comparator.comparingDouble(FacilityPair::weight);

    private final Map<Integer, List<FacilityPair>> ofLeft = new HashMap<>();
    private final Map<Integer, List<FacilityPair>> ofRight = new HashMap<>();
    private final Map<Integer, FacilityPair> takenLeft = new HashMap<>();
    private final Map<Integer, FacilityPair> takenRight = new HashMap<>();

    Rivals(List<FacilityPair> weighed, List<FacilityPair> chosen) {
        for (var pair : weighed) {
            ofLeft.computeIfAbsent(pair.leftRow(), _ -> new ArrayList<>()).add(pair);
            ofRight.computeIfAbsent(pair.rightRow(), _ -> new ArrayList<>()).add(pair);
        }
        for (var pair : chosen) {
            takenLeft.put(pair.leftRow(), pair);
            takenRight.put(pair.rightRow(), pair);
        }
    }

    /** A rival whose other row has a better counterpart itself is none. */
    @Nullable
    FacilityPair of(FacilityPair pair) {
        return Stream.concat(
                        Objects.requireNonNull(ofLeft.get(pair.leftRow())).stream()
                                .filter(other -> !isBetterOff(takenRight.get(other.rightRow()), other)),
                        Objects.requireNonNull(ofRight.get(pair.rightRow())).stream()
                                .filter(other -> !isBetterOff(takenLeft.get(other.leftRow()), other)))
                .filter(other -> !other.equals(pair))
                .max(BY_WEIGHT)
                .orElse(null);
    }

    private static boolean isBetterOff(@Nullable FacilityPair taken, FacilityPair rival) {
        return taken != null && taken.weight() > rival.weight();
    }

    boolean isLeftTaken(int row) {
        return takenLeft.containsKey(row);
    }

    boolean isRightTaken(int row) {
        return takenRight.containsKey(row);
    }

    @Nullable
    FacilityPair bestOfLeft(int row) {
        return ofLeft.getOrDefault(row, List.of()).stream().max(BY_WEIGHT).orElse(null);
    }

    @Nullable
    FacilityPair bestOfRight(int row) {
        return ofRight.getOrDefault(row, List.of()).stream().max(BY_WEIGHT).orElse(null);
    }
}
