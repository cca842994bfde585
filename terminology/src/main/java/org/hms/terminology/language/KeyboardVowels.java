package org.hms.terminology.language;

/**
 * Guaraní as who has no ear or no key for its sixth vowel writes it: y as i, tie rasi for tye rasy. Both the word looked for
 * and the words of the lexicon are taken so.
 */
public final class KeyboardVowels {
    private KeyboardVowels() {}

    public static String plain(String text) {
        return text.replace('y', 'i').replace('\u1EF9', '\u0129');
    }
}
