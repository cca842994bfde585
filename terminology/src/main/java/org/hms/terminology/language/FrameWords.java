package org.hms.terminology.language;

import java.util.Set;

/** The words around a complaint: persons, datives, particles and the verbs by which Jopara takes a Spanish noun. */
public final class FrameWords {
    private static final Set<String> GUARANI = Set.of(
            "che",
            "nde",
            "ne",
            "ha",
            "hae",
            "hese",
            "chupe",
            "cheve",
            "ndeve",
            "nandeve",
            "oreve",
            "peeme",
            "heta",
            "upe",
            "ko",
            "pe",
            "guive",
            "jave",
            "aime",
            "oime",
            "niko",
            "voi",
            "avei",
            "kuri",
            "hina",
            "aina",
            "upei",
            "kuehe",
            "ange",
            "koanga",
            "mbyky",
            "gua",
            "hagua",
            "rehe",
            "gui",
            "pa",
            "piko",
            "tuicha",
            "cheko",
            "oguereko",
            "oreko",
            "areko",
            "reguereko",
            "aguereko",
            "reko",
            "ojagarra",
            "ohasa",
            "ojupi",
            "chembae",
            "memby",
            "membymi",
            "imemby",
            "chememby",
            "ndaipori",
            "nahaniri",
            "membykuera",
            "hua",
            "pyhare",
            "kunakarai");
    private static final Set<String> SPANISH = Set.of(
            "fuerte",
            "fuertes",
            "dias",
            "dia",
            "hace",
            "ayer",
            "hoy",
            "senor",
            "senora",
            "doctor",
            "paciente",
            "poco",
            "bastante",
            "desde",
            "tambien",
            "no",
            "sin",
            "niega");

    /** The predicates of pain in their relational forms, folded. */
    private static final Set<String> PAIN = Set.of("hasy", "rasy", "tasy");

    private static final Set<String> SPANISH_PAIN = Set.of("duele", "duelen", "dolor", "dolores", "dolia");

    /** Predicates that build a finding with a part of the body: swelling, sore, redness, fracture, blood. */
    private static final Set<String> FINDINGS =
            Set.of("ruru", "ai", "pyta", "pe", "ruguy", "huguy", "tuguy", "se", "pirigui");

    private FrameWords() {}

    static boolean isFrame(String folded) {
        return GUARANI.contains(folded) || SPANISH.contains(folded) || SpanishFolding.isLittleWord(folded);
    }

    public static boolean isPain(String folded) {
        return PAIN.contains(folded);
    }

    public static boolean isSpanishPain(String folded) {
        return SPANISH_PAIN.contains(folded);
    }

    public static boolean isFinding(String folded) {
        return FINDINGS.contains(folded);
    }
}
