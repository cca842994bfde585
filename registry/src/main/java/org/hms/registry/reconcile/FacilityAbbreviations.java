package org.hms.registry.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Writes out what lists of facilities abbreviate, drops what says nothing, and tells numbers from words. */
final class FacilityAbbreviations {

    private static final Map<String, String> LONG = Map.ofEntries(
            Map.entry("sto", "santo"),
            Map.entry("sta", "santa"),
            Map.entry("sn", "san"),
            Map.entry("gral", "general"),
            Map.entry("gnral", "general"),
            Map.entry("fdo", "fernando"),
            Map.entry("fco", "francisco"),
            Map.entry("pdte", "presidente"),
            Map.entry("pte", "presidente"),
            Map.entry("sgto", "sargento"),
            Map.entry("cnel", "coronel"),
            Map.entry("tte", "teniente"),
            Map.entry("cap", "capitan"),
            Map.entry("mcal", "mariscal"),
            Map.entry("cte", "comandante"),
            Map.entry("ma", "maria"),
            Map.entry("ntra", "nuestra"),
            Map.entry("sra", "señora"),
            Map.entry("nva", "nueva"),
            Map.entry("nvo", "nuevo"),
            Map.entry("sag", "sagrado"),
            Map.entry("mons", "monseñor"),
            Map.entry("col", "colonia"),
            Map.entry("cia", "compania"),
            Map.entry("cnia", "compania"),
            Map.entry("bo", "barrio"),
            Map.entry("barr", "barrio"),
            Map.entry("asent", "asentamiento"),
            Map.entry("asentam", "asentamiento"),
            Map.entry("pto", "puerto"),
            Map.entry("rta", "ruta"),
            Map.entry("def", "defensores"),
            Map.entry("hosp", "hospital"),
            Map.entry("ctro", "centro"),
            Map.entry("cto", "centro"),
            Map.entry("inst", "instituto"),
            Map.entry("nac", "nacional"),
            Map.entry("bas", "basico"),
            Map.entry("lab", "laboratorio"),
            Map.entry("muni", "municipal"),
            Map.entry("munic", "municipal"),
            Map.entry("odont", "odontologico"),
            Map.entry("dep", "departamental"),
            Map.entry("esp", "especializado"));

    private static final Set<String> SILENT = Set.of(
            "de",
            "del",
            "la",
            "las",
            "lo",
            "los",
            "el",
            "y",
            "e",
            "en",
            "a",
            "al",
            "nro",
            "num",
            "numero",
            "no",
            "n",
            "dr",
            "dra",
            "doctor",
            "doctora",
            "prof",
            "profesor",
            "profesora",
            "ing",
            "ingeniero",
            "lic");

    private static final Set<String> NUMBER_SIGNS = Set.of("nro", "num", "numero", "no", "n");

    /** What follows a figure to make an ordinal of it: 1RO, 5TA, and the slip 4STA. */
    private static final Set<String> ORDINAL_ENDINGS =
            Set.of("ro", "ra", "er", "do", "da", "to", "ta", "sta", "vo", "va", "mo", "ma", "no", "na", "o", "a");

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("i", 1),
            Map.entry("ii", 2),
            Map.entry("iii", 3),
            Map.entry("iv", 4),
            Map.entry("vi", 6),
            Map.entry("vii", 7),
            Map.entry("viii", 8),
            Map.entry("ix", 9),
            Map.entry("xi", 11),
            Map.entry("xii", 12),
            Map.entry("primero", 1),
            Map.entry("primer", 1),
            Map.entry("primera", 1),
            Map.entry("segundo", 2),
            Map.entry("segunda", 2),
            Map.entry("tercero", 3),
            Map.entry("tercer", 3),
            Map.entry("tercera", 3),
            Map.entry("cuarto", 4),
            Map.entry("cuarta", 4),
            Map.entry("quinto", 5),
            Map.entry("quinta", 5),
            Map.entry("sexto", 6),
            Map.entry("sexta", 6),
            Map.entry("septimo", 7),
            Map.entry("octavo", 8),
            Map.entry("noveno", 9),
            Map.entry("decimo", 10));

    private FacilityAbbreviations() {}

    static List<String> writtenOut(List<String> words) {
        var written = new ArrayList<String>(words.size());
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (i > 0 && isFigure(words.get(i - 1)) && ORDINAL_ENDINGS.contains(word)) {
                continue;
            }
            written.add(LONG.getOrDefault(word, word).replace('ñ', 'n'));
        }
        return written;
    }

    static boolean isNumberSign(String word) {
        return NUMBER_SIGNS.contains(word);
    }

    static boolean isSilent(String word) {
        return SILENT.contains(word);
    }

    /** The number that a word stands for; -1 where it is none. V and X are numerals at the end of a name alone. */
    static int number(String word, boolean last) {
        if (isFigure(word)) {
            return word.length() > 6 ? -1 : Integer.parseInt(word);
        }
        if (last && word.equals("v")) {
            return 5;
        }
        if (last && word.equals("x")) {
            return 10;
        }
        return Objects.requireNonNullElse(NUMBERS.get(word), -1);
    }

    private static boolean isFigure(String word) {
        return word.charAt(0) >= '0' && word.charAt(0) <= '9';
    }
}
