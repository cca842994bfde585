package org.hms.terminology.language;

import java.util.List;

/**
 * What Guaraní puts before and after a word, folded, and how far each is to be trusted: "che-" is hardly ever anything else,
 * a final "-i" often is. Nasal and oral forms come in pairs.
 */
final class Affixes {

    /** A beginning or an ending, and its trust (0 to 1). */
    record Affix(String letters, double trust) {}

    /** Person and possessor, verbal persons, voice and the first half of negation. */
    static final List<Affix> PREFIXES = List.of(
            of("che", .97),
            of("nande", .97),
            of("nane", .97),
            of("pende", .97),
            of("pene", .97),
            of("nde", .97),
            of("ore", .95),
            of("ij", .95),
            of("in", .95),
            of("iy", .93),
            of("hin", .92),
            of("hi", .92),
            of("ne", .92),
            of("i", .93),
            of("o", .94),
            of("a", .94),
            of("re", .93),
            of("ja", .92),
            of("na", .92),
            of("ro", .92),
            of("pe", .91),
            of("e", .88),
            of("oi", .93),
            of("ai", .93),
            of("rei", .93),
            of("oje", .93),
            of("one", .93),
            of("aje", .93),
            of("ane", .93),
            of("reje", .92),
            of("rene", .92),
            of("eje", .9),
            of("ene", .9),
            of("je", .9),
            of("ombo", .9),
            of("ambo", .9),
            of("omo", .9),
            of("amo", .9),
            of("omb", .88),
            of("mbo", .9),
            of("mo", .88),
            of("ar", .88),
            of("or", .88),
            of("ndache", .94),
            of("nda", .9),
            of("ndo", .9),
            of("nd", .88));

    /** Intensity, number, case, time and mood. */
    static final List<Affix> SUFFIXES = List.of(
            of("eterei", .96),
            of("iterei", .96),
            of("paiterei", .95),
            of("paite", .95),
            of("terei", .9),
            of("kuera", .96),
            of("nguera", .96),
            of("vaekue", .94),
            of("reheve", .95),
            of("rehe", .95),
            of("ramo", .95),
            of("ite", .95),
            of("ete", .94),
            of("gui", .95),
            of("pe", .95),
            of("me", .94),
            of("guive", .93),
            of("peve", .93),
            of("hape", .9),
            of("nte", .93),
            of("kue", .9),
            of("ngue", .9),
            of("gua", .92),
            of("icha", .9),
            of("ive", .9),
            of("vei", .9),
            of("ve", .92),
            of("ma", .92),
            of("mi", .92),
            of("se", .9),
            of("ro", .9),
            of("vo", .9),
            of("pa", .9),
            of("mba", .9),
            of("re", .88),
            of("ha", .88),
            of("va", .88),
            of("ta", .85),
            of("ra", .82),
            of("ri", .85),
            of("i", .86));

    private Affixes() {}

    private static Affix of(String letters, double trust) {
        return new Affix(letters, trust);
    }
}
