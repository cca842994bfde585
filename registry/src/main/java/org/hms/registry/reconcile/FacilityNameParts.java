package org.hms.registry.reconcile;

import java.util.List;
import java.util.Set;

/**
 * What a facility's name is made of once abbreviations are written out: {@code H.D.- ITA} is the type HD and the core "ita".
 *
 * @param types the kinds of facility that the name begins with
 * @param core the words that tell this facility from others of its kind, in their order
 * @param numbers figures, Roman numerals and ordinals, as figures
 * @param placing the numbers of a road, a kilometre, a compañía, or of the house itself ("Nº 7"), which lists leave out
 * @param aliases parts of the name that may be a name of their own: what stands in brackets or behind a dash
 */
record FacilityNameParts(
        Set<String> types, List<String> core, Set<Integer> numbers, Set<Integer> placing, List<List<String>> aliases) {
    FacilityNameParts {
        types = Set.copyOf(types);
        core = List.copyOf(core);
        numbers = Set.copyOf(numbers);
        placing = Set.copyOf(placing);
        aliases = List.copyOf(aliases);
    }

    /** The core as one word: NARANJAISY and NARANJA ISY are one name. */
    String joined() {
        return String.join("", core);
    }
}
