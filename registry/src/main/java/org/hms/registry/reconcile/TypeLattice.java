package org.hms.registry.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hms.registry.reconcile.Levels.Type;

/** Which type of facility may have become which: a post becomes a family health unit, a maternity a general hospital. */
final class TypeLattice {

    private static final Set<String> HOSPITALS = Set.of("HB", "HD", "HR", "HG", "HMI", "HGMI", "HE", "HESC");
    private static final Set<String> FIRST_LEVEL = Set.of("DI", "PS", "USF", "CS", "PM", "POL", "CE");

    /** From a type to those it is raised to, step by step. */
    private static final Map<String, List<String>> RAISED = Map.ofEntries(
            Map.entry("DI", List.of("PS", "USF")),
            Map.entry("PS", List.of("USF", "CS")),
            Map.entry("PM", List.of("USF", "CS", "POL")),
            Map.entry("USF", List.of("CS")),
            Map.entry("POL", List.of("CS", "CE")),
            Map.entry("CS", List.of("HB", "HD")),
            Map.entry("CE", List.of("HE")),
            Map.entry("HB", List.of("HD")),
            Map.entry("HD", List.of("HMI", "HR")),
            Map.entry("HMI", List.of("HG", "HGMI")),
            Map.entry("HR", List.of("HG")),
            Map.entry("HG", List.of("HGMI", "HE", "HESC")));

    private TypeLattice() {}

    /** The closest that any two of their types are. */
    static Type compare(Set<String> left, Set<String> right) {
        var best = Type.ELSE;
        for (var one : left) {
            for (var other : right) {
                var found = compare(one, other);
                best = found.compareTo(best) < 0 ? found : best;
            }
        }
        return best;
    }

    private static Type compare(String one, String other) {
        if (one.equals(other)) {
            return Type.SAME;
        }
        if (leadsTo(one, other) || leadsTo(other, one)) {
            return Type.UPGRADED;
        }
        return areKindred(one, other) ? Type.KINDRED : Type.ELSE;
    }

    /** Within hospitals and within the first level any number of steps, across only the one step there is. */
    private static boolean leadsTo(String from, String to) {
        var next = RAISED.getOrDefault(from, List.of());
        return next.contains(to)
                || next.stream()
                        .anyMatch(step -> HOSPITALS.contains(step) == HOSPITALS.contains(from)
                                && leadsTo(step, to)
                                && HOSPITALS.contains(step) == HOSPITALS.contains(to));
    }

    private static boolean areKindred(String one, String other) {
        return isHospital(one) && isHospital(other) || FIRST_LEVEL.contains(one) && FIRST_LEVEL.contains(other);
    }

    private static boolean isHospital(String type) {
        return type.equals(TypeWords.HOSPITAL) || HOSPITALS.contains(type);
    }
}
