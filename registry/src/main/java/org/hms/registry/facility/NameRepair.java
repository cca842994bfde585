package org.hms.registry.facility;

import java.util.Map;

/**
 * Gives back the accents of a text in Latin-1 that someone read as Mac Roman, and took from there into Unicode: É became an
 * ellipsis, Ó a closing quotation mark. Only characters that no name in Spanish or Guaraní holds are touched; õ and Õ are
 * vowels of Guaraní, and are taken for í only at the end of a word in capitals, where the list writes a stressed Í.
 */
final class NameRepair {

    private static final Map<Character, Character> LATIN_1_OF_MAC_ROMAN = Map.ofEntries(
            Map.entry('¡', 'Á'),
            Map.entry('…', 'É'),
            Map.entry('”', 'Ó'),
            Map.entry('⁄', 'Ú'),
            Map.entry('—', 'Ñ'),
            Map.entry('‹', 'Ü'),
            Map.entry('·', 'á'),
            Map.entry('È', 'é'),
            Map.entry('Ì', 'í'),
            Map.entry('Û', 'ó'),
            Map.entry('˙', 'ú'),
            Map.entry('Ò', 'ñ'),
            Map.entry('¸', 'ü'),
            Map.entry('∞', '°'));

    private NameRepair() {}

    static String repair(String printed) {
        var repaired = new StringBuilder(printed.length());
        for (int i = 0; i < printed.length(); i++) {
            char c = printed.charAt(i);
            repaired.append(isFinalCapitalI(printed, i) ? 'Í' : LATIN_1_OF_MAC_ROMAN.getOrDefault(c, c));
        }
        return repaired.toString();
    }

    private static boolean isFinalCapitalI(String text, int at) {
        return text.charAt(at) == 'Õ'
                && at > 0
                && Character.isUpperCase(text.charAt(at - 1))
                && (at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1)));
    }
}
