package org.hms.registry.facility;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Gives back the accents of a text in Latin-1 that someone read as Mac Roman, and took from there into Unicode: É became an
 * ellipsis, Ó a closing quotation mark. UTF-8 that was read byte by byte is read again. Else only characters that no name in Spanish or Guaraní holds are touched; õ and Õ are
 * vowels of Guaraní, and are taken for í only at the end of a word in capitals, where the list writes a stressed Í.
 */
public final class NameRepair {

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

    public static String repair(String printed) {
        var text = utf8(printed);
        var repaired = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            repaired.append(isFinalCapitalI(text, i) ? 'Í' : LATIN_1_OF_MAC_ROMAN.getOrDefault(c, c));
        }
        return repaired.toString();
    }

    /** UTF-8 that was read byte by byte: as Windows reads it (Ã³), or as a Macintosh does (¬∫). */
    private static String utf8(String printed) {
        if (printed.indexOf('Ã') >= 0 || printed.indexOf('Â') >= 0) {
            return readAsUtf8(printed, Charset.forName("windows-1252"));
        }
        return printed.indexOf('√') >= 0 || printed.indexOf('¬') >= 0
                ? readAsUtf8(printed, Charset.forName("x-MacRoman"))
                : printed;
    }

    private static String readAsUtf8(String printed, Charset readAs) {
        try {
            var bytes = readAs.newEncoder().encode(CharBuffer.wrap(printed));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException otherDamage) {
            return printed;
        }
    }

    private static boolean isFinalCapitalI(String text, int at) {
        return text.charAt(at) == 'Õ'
                && at > 0
                && Character.isUpperCase(text.charAt(at - 1))
                && (at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1)));
    }
}
