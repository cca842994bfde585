package org.hms.matching.normalise;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that clerks write where they know no name, in the languages of the region and of the files that come by; they agree
 * by habit and prove nothing. They are listed in plain form.
 */
final class Placeholders {
    private static final Set<String> NEWBORN = phrases("""
            rn, rnv, rnf, rnm, r n, recien nacido, recien nacida, neonato, neonata, nacido vivo, nacida viva, bebe,
            recem nascido, recem nascida, newborn, new born, baby boy, baby girl, babyboy, babygirl, infant boy,
            infant girl, male infant, female infant""");
    private static final List<String> NEWBORN_BEGINNINGS =
            List.of("rn ", "recien nacid", "recem nascid", "baby boy ", "baby girl ");
    /** A newborn only where "de" follows: Hijo and Baby are also names. */
    private static final Set<String> CHILD_OF = phrases("""
            hijo, hija, hijo a, gemelo, gemela, mellizo, melliza, gemelo a, gemelo b, gemela a, gemela b, gemelo i,
            gemelo ii, gemela i, gemela ii, primer gemelo, segundo gemelo, primera gemela, segunda gemela, gemelar,
            nino, nina, varon, mujer, criatura, producto, filho, filha, menino, menina, baby, infant, child,
            son, daughter, boy, girl, twin, twin a, twin b""");

    private static final Set<String> OF = Set.of("de", "of", "da", "do");
    private static final Set<String> UNNAMED = phrases("""
            nn, n n, s n, sn, s d, sd, r n, na, n a, x, xx, sin nombre, sin apellido, sin apellidos, sin dato, sin datos,
            sin informacion, sin identificar, sin especificar, no tiene, no consta, no aplica, no posee, no registra,
            no sabe, no declara, no informa, no informado, no informada, no especificado, no especificada,
            no identificado, no identificada, desconocido, desconocida, identidad desconocida, persona desconocida,
            ignorado, ignorada, anonimo, anonima, a confirmar, pendiente, prueba, paciente, paciente prueba, masculino,
            femenino, nombre, nombres, apellido, apellidos, mortinato, feto, obito fetal, nao informado, nao informada,
            nao consta, nao tem, nao sabe, nao identificado, nao identificada, sem nome, sem sobrenome, sem informacao,
            desconhecido, desconhecida, unknown, unnamed, no name, noname, not known, not available, not applicable,
            not stated, none, null, nil, unk, unkn, anonymous, missing, given name, first name, last name, surname,
            male, female, inconnu, inconnue, unbekannt, asdf, qwerty""");
    private static final Set<String> NEWBORN_FIRST = firsts(NEWBORN, CHILD_OF);
    private static final Set<String> UNNAMED_FIRST = firsts(UNNAMED, Set.of());

    private Placeholders() {}

    private static Set<String> phrases(String list) {
        return Stream.of(list.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
    }

    /** So that ordinary names are told by their first word. */
    private static Set<String> firsts(Collection<String> some, Collection<String> others) {
        return Stream.concat(some.stream(), others.stream())
                .map(phrase -> phrase.split(" ")[0])
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether given names stand for a newborn without a name: "RN", "recién nacido de …", "hijo de …", "baby boy". */
    static boolean isNewborn(List<String> given) {
        if (given.isEmpty() || !NEWBORN_FIRST.contains(Folding.plain(given.getFirst()))) {
            return false;
        }
        int of = of(given);
        var before = plain(of < 0 ? given : given.subList(0, of));
        return NEWBORN.contains(before)
                || of >= 0 && CHILD_OF.contains(before)
                || NEWBORN_BEGINNINGS.stream().anyMatch(before::startsWith);
    }

    /** The words after "de" in "RN de Elena"; none where there is no such word. */
    static List<String> afterOf(List<String> given) {
        int of = of(given);
        return of < 0 ? List.of() : given.subList(of + 1, given.size());
    }

    private static String plain(List<String> words) {
        return words.stream().map(Folding::plain).collect(Collectors.joining(" "));
    }

    private static int of(List<String> words) {
        for (int i = 1; i < words.size(); i++) {
            if (OF.contains(words.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a part of a name only says that the name is not known. */
    static boolean isUnnamed(List<String> words) {
        var first = Folding.plain(words.getFirst());
        if (words.size() == 1) {
            return UNNAMED.contains(first) || isOneLetterRepeated(first);
        }
        return UNNAMED_FIRST.contains(first) && UNNAMED.contains(plain(words)) || areAllFillers(words);
    }

    /** Whether a word beside real ones fills a place: the NN of "González NN". */
    static boolean isFiller(String word) {
        return word.equals("nn") || word.equals("xx") || isOneLetterRepeated(word);
    }

    private static boolean areAllFillers(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!isFiller(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOneLetterRepeated(String word) {
        int length = word.length();
        char letter = word.charAt(0);
        for (int i = 1; i < length; i++) {
            if (word.charAt(i) != letter) {
                return false;
            }
        }
        return length >= 3 && letter != 'i';
    }
}
