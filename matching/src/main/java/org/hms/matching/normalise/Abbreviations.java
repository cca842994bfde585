package org.hms.matching.normalise;

import java.util.Map;
import java.util.Set;

/** Names as clerks shorten them, and the words of courtesy they put before. All in exact form. */
final class Abbreviations {
    private static final Map<String, String> GIVEN = Map.ofEntries(
            Map.entry("ma", "maria"),
            Map.entry("mra", "maria"),
            Map.entry("fco", "francisco"),
            Map.entry("fca", "francisca"),
            Map.entry("fdo", "fernando"),
            Map.entry("gmo", "guillermo"),
            Map.entry("gllmo", "guillermo"),
            Map.entry("jn", "juan"),
            Map.entry("jse", "jose"),
            Map.entry("mgta", "margarita"),
            Map.entry("sta", "santa"),
            Map.entry("sto", "santo"),
            Map.entry("benj", "benjamin"),
            Map.entry("chas", "charles"),
            Map.entry("robt", "robert"),
            Map.entry("thos", "thomas"),
            Map.entry("wm", "william"));
    private static final Map<String, String> FAMILY = Map.ofEntries(
            Map.entry("glez", "gonzalez"),
            Map.entry("gzlez", "gonzalez"),
            Map.entry("gonz", "gonzalez"),
            Map.entry("gcia", "garcia"),
            Map.entry("fdez", "fernandez"),
            Map.entry("fndez", "fernandez"),
            Map.entry("hdez", "hernandez"),
            Map.entry("hndez", "hernandez"),
            Map.entry("rguez", "rodriguez"),
            Map.entry("rdguez", "rodriguez"),
            Map.entry("rdez", "rodriguez"),
            Map.entry("mtnez", "martinez"),
            Map.entry("mtinez", "martinez"),
            Map.entry("mtez", "martinez"),
            Map.entry("mdez", "mendez"),
            Map.entry("dguez", "dominguez"),
            Map.entry("vzquez", "vazquez"),
            Map.entry("jmnez", "jimenez"),
            Map.entry("snchez", "sanchez"),
            Map.entry("lpez", "lopez"),
            Map.entry("btez", "benitez"),
            Map.entry("bnez", "benitez"),
            Map.entry("sta", "santa"),
            Map.entry("sto", "santo"));
    private static final Set<String> HONORIFICS = Set.of(
            "ña",
            "ño",
            "don",
            "doña",
            "dona",
            "karai",
            "kuñakarai",
            "kunakarai",
            "pa'i",
            "sr",
            "sra",
            "srta",
            "dr",
            "dra",
            "lic",
            "ing",
            "abog",
            "abg",
            "arq",
            "prof",
            "profa",
            "cnel",
            "gral",
            "sgto",
            "pbro",
            "hna",
            "hno",
            "mr",
            "mrs",
            "ms",
            "miss");
    private static final Set<String> GENERATIONS = Set.of("h", "hijo", "jr", "junior", "ii", "iii", "iv");

    private Abbreviations() {}

    static String given(String word) {
        return GIVEN.getOrDefault(word, word);
    }

    static String family(String word) {
        return FAMILY.getOrDefault(word, word);
    }

    static boolean isHonorific(String word) {
        return HONORIFICS.contains(word);
    }

    /** The "(h)" and "Jr." after a surname: fathers and sons are told by their dates of birth. */
    static boolean isGeneration(String word) {
        return GENERATIONS.contains(word);
    }
}
