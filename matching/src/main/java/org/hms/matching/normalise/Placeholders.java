package org.hms.matching.normalise;

import java.util.List;
import java.util.Set;

/** Words and numbers that clerks write where they know nothing; they agree by habit and prove nothing. */
final class Placeholders {
    private static final Set<String> NEWBORN =
            Set.of("rn", "recien nacido", "recien nacida", "neonato", "nacido vivo", "bebe");
    private static final Set<String> CHILD_OF =
            Set.of("hijo", "hija", "hijo a", "gemelo", "gemela", "mellizo", "melliza");
    private static final Set<String> UNNAMED = Set.of(
            "nn",
            "n n",
            "s n",
            "sn",
            "sin nombre",
            "no tiene",
            "no consta",
            "no aplica",
            "desconocido",
            "desconocida",
            "ignorado",
            "ignorada",
            "sin dato",
            "sin datos",
            "na",
            "x",
            "xx",
            "xxx",
            "r n",
            "sin apellido",
            "paciente",
            "masculino",
            "femenino",
            "nombre",
            "apellido");
    private static final Set<String> COUNTED =
            Set.of("123", "1234", "12345", "123456", "1234567", "12345678", "123456789");

    private Placeholders() {}

    /** Whether given names stand for a newborn without a name: "RN", "recién nacido de …", "hijo de …". */
    static boolean isNewborn(List<String> given) {
        if (given.isEmpty()) {
            return false;
        }
        var text = String.join(" ", given);
        var beforeOf = beforeOf(text);
        return NEWBORN.contains(beforeOf)
                || startsWithOne(beforeOf)
                || CHILD_OF.contains(beforeOf) && beforeOf.length() < text.length()
                || beforeOf.equals("r n");
    }

    private static String beforeOf(String text) {
        int of = text.indexOf(" de ");
        return of >= 0 ? text.substring(0, of) : text.endsWith(" de") ? text.substring(0, text.length() - 3) : text;
    }

    private static boolean startsWithOne(String text) {
        return text.startsWith("rn ") || text.startsWith("recien nacid");
    }

    /** Whether a part of a name only says that the name is not known. */
    static boolean isUnnamed(List<String> words) {
        return UNNAMED.contains(String.join(" ", words));
    }

    /** Whether a number was typed to fill a field: one digit repeated, or counting up. */
    static boolean isNumber(String value) {
        return value.chars().noneMatch(Character::isDigit)
                || COUNTED.contains(value)
                || value.length() >= 4 && value.chars().allMatch(c -> c == value.charAt(0));
    }
}
