package org.hms.registry.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hms.matching.score.Evidence;

/** Why two rows are or are not one house, in sentences that a steward reads. */
final class Reasons {

    static final String NO_CANDIDATE = "sin candidato en la otra lista";

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("name.exact", "mismo nombre"),
            Map.entry("name.spelling", "mismo nombre con otra grafía o abreviatura"),
            Map.entry("name.qualified", "mismo nombre, uno agrega el lugar o el nombre anterior"),
            Map.entry("name.contained", "un nombre es parte del otro"),
            Map.entry("name.most", "la mayor parte del nombre coincide"),
            Map.entry("name.some", "parte del nombre coincide"),
            Map.entry("name.else", "nombres distintos"),
            Map.entry("number.same", "mismo número en el nombre"),
            Map.entry("number.first", "solo uno lleva el número 1"),
            Map.entry("number.one-sided", "solo uno lleva otro número"),
            Map.entry("number.else", "números distintos en el nombre"),
            Map.entry("type.same", "mismo tipo"),
            Map.entry("type.upgraded", "un tipo puede haber pasado al otro"),
            Map.entry("type.kindred", "tipos afines"),
            Map.entry("type.else", "tipos distintos"),
            Map.entry("territory.district", "mismo distrito"),
            Map.entry("territory.carved", "un distrito fue desmembrado del otro"),
            Map.entry("territory.near", "distritos cercanos"),
            Map.entry("territory.department-only", "mismo departamento, distrito sin dato"),
            Map.entry("territory.department", "otro distrito del departamento, o capital y Central"),
            Map.entry("territory.else", "otro departamento"),
            Map.entry("distance.under-300-m", "a menos de 300 m"),
            Map.entry("distance.under-2-km", "a menos de 2 km"),
            Map.entry("distance.under-10-km", "a menos de 10 km"),
            Map.entry("distance.under-50-km", "a menos de 50 km"),
            Map.entry("distance.else", "a más de 50 km"),
            Map.entry("phone.same", "mismo teléfono"),
            Map.entry("phone.else", "otro teléfono"),
            Map.entry("ownership.same", "misma dependencia"),
            Map.entry("ownership.else", "dependencias distintas"));

    private Reasons() {}

    /** The weightiest first. */
    static List<String> of(FacilityPair pair) {
        return pair.score().parts().stream()
                .filter(Evidence::speaks)
                .sorted(Comparator.comparingDouble((Evidence part) -> -Math.abs(part.weight())))
                .map(part -> sentence(part, pair))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static String contested(FacilityPair pair, FacilityPair rival) {
        boolean ofLeft = rival.leftRow() == pair.leftRow();
        var other = ofLeft ? rival.right() : rival.left();
        return "otro candidato casi igual: " + other.listed().id() + " (" + bits(rival.weight()) + ")";
    }

    static String best(boolean ofRight, FacilityPair best) {
        var other = ofRight ? best.left() : best.right();
        return "mejor candidato: " + other.listed().id() + " (" + bits(best.weight()) + ")";
    }

    private static String sentence(Evidence part, FacilityPair pair) {
        var key = part.comparison() + '.' + part.level();
        var sentence = SENTENCES.get(key);
        if (sentence == null) {
            throw new IllegalStateException("There is no sentence for " + key);
        }
        return sentence + detail(part, pair) + " (" + bits(part.weight()) + ")";
    }

    private static String detail(Evidence part, FacilityPair pair) {
        return switch (part.comparison()) {
            case Levels.NAME -> pair.agreed().isEmpty() ? "" : ": " + String.join(" ", pair.agreed());
            case Levels.TYPE -> ": " + types(pair.left()) + " y " + types(pair.right());
            default -> "";
        };
    }

    private static String types(ComparableFacility facility) {
        return facility.types().stream().sorted().collect(Collectors.joining("/"));
    }

    private static String bits(double weight) {
        return String.format(Locale.ROOT, "%+.1f", weight);
    }
}
