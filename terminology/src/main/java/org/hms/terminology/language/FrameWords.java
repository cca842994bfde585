package org.hms.terminology.language;

import java.util.Arrays;
import java.util.Set;

/** The words around a complaint: persons, datives, particles and the verbs by which Jopara takes a Spanish noun. */
public final class FrameWords {
    /** Persons, possessors, particles, times and the verbs of having. */
    private static final Set<String> GUARANI = words("""
            che nde ne ore nande nane pende pene hae hese ichupe chupe cheve ndeve nandeve oreve peeme chehegui ndehegui
            ichugui chugui cherehe nderehe ha teri katu ko pe upe kova upeva heta mbovy tuicha michi porque guive jave ramo
            aime oime oi niko voi avei kuri hina aina upei jey jepi akoi opa ara hora mokoi mbohapy
            kuehe ange koanga angete pyhareve kaaru mbyky gua hagua hangua haguere rehe gui reheve pa piko
            chekovai cheko oguereko oreko areko reguereko aguereko reko arekova ojagarra ajagarra chejagarra jagarra ohasa
            ahasa ojupichupe oiko aiko oikova oike aike oguahe ou oipota aipota chembae mbaeve hua pyhare kunakarai
            ndive ndaipori nahaniri ndaikatui ndaikatuvei ndoikatui ndikatui ikatu""");

    /** Kin: of whom somebody tells, not what ails them. */
    private static final Set<String> KIN = words("""
            memby membymi imemby chememby membykuera sy isy chesy ru tuva itua ray taira rajy tajyra mena
            imena rembireko hembireko joykey kypyy tyvy ryvy ryke reindy abuela abuelo jaryi taita""");

    private static final Set<String> SPANISH = words("""
            fuerte fuertes dias dia hace ayer hoy semana semanas mes meses senor senora doctor doctora paciente poco
            bastante desde tambien no sin ni niega refiere presenta consulta ella el hijo hija papa nene nena bebe
            todo toda todos todas estoy estaba estan esta tuve tuvo tenia tienen cuando noche manana tarde
            demasiado demasiada""");

    /** The predicates of pain in their relational forms, folded. */
    private static final Set<String> PAIN = Set.of("hasy", "rasy", "tasy");

    private static final Set<String> SPANISH_PAIN = Set.of("duele", "duelen", "dolor", "dolores", "dolia");

    private FrameWords() {}

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
    }

    static boolean isFrame(String folded) {
        return GUARANI.contains(folded)
                || KIN.contains(folded)
                || SPANISH.contains(folded)
                || SpanishFolding.isLittleWord(folded);
    }

    static boolean isGuarani(String folded) {
        return GUARANI.contains(folded) || PAIN.contains(folded);
    }

    public static boolean isPain(String folded) {
        return PAIN.contains(folded);
    }

    public static boolean isSpanishPain(String folded) {
        return SPANISH_PAIN.contains(folded);
    }
}
