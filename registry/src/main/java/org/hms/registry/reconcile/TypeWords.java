package org.hms.registry.reconcile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the beginning of a name says what kind of facility it is. */
final class TypeWords {

    /** A hospital of which the name does not say which kind. */
    static final String HOSPITAL = "H";

    private static final Map<String, String> TYPES = types();
    private static final int LONGEST = TYPES.keySet().stream()
            .mapToInt(phrase -> phrase.split(" ", -1).length)
            .max()
            .orElse(1);

    private TypeWords() {}

    /** What a name says at some place: the type, and of how many words. */
    record Found(String type, int words) {}

    /** The longest phrase that stands at this place. */
    static @Nullable Found at(List<String> words, int from) {
        for (int length = Math.min(LONGEST, words.size() - from); length > 0; length--) {
            var type = TYPES.get(String.join(" ", words.subList(from, from + length)));
            if (type != null) {
                return new Found(type, length);
            }
        }
        return null;
    }

    private static Map<String, String> types() {
        var types = new HashMap<String, String>();
        add(types, "HGMI", "hgmi", "hospital general materno infantil");
        add(types, "HMI", "hmi", "hospital materno infantil", "centro materno infantil", "cmi");
        add(types, "HG", "hg", "hospital general");
        add(types, "HD", "hd", "hospital distrital", "hospital de distrito");
        add(types, "HR", "hr", "hospital regional");
        add(types, "HB", "hb", "hospital basico");
        add(types, "HE", "he", "hospital especializado", "hospital de especialidades");
        add(types, "HESC", "hospital escuela", "hospital universitario");
        add(types, HOSPITAL, "hospital", "h", "sanatorio");
        add(types, "CS", "cs", "centro de salud", "centro salud");
        add(types, "PS", "ps", "puesto de salud", "puesto salud", "puesto sanitario", "posta de salud");
        add(types, "USF", "usf", "unidad de salud de la familia", "unidad de salud familiar", "unidad salud familia");
        add(types, "DI", "di", "dispensario", "disp");
        add(types, "PM", "p municipal", "pm", "policlinico municipal", "puesto municipal");
        add(types, "POL", "policlinico", "policlinica", "pol");
        add(types, "CE", "ce", "cae", "centro especializado", "centro de especialidades", "centro");
        add(types, "IPS", "ips", "instituto de prevision social");
        add(types, "LAB", "laboratorio");
        return Map.copyOf(types);
    }

    private static void add(Map<String, String> types, String type, String... phrases) {
        for (var phrase : phrases) {
            types.put(phrase, type);
        }
    }
}
