package org.hms.matching.normalise;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Letters made comparable in two steps. The exact form is lower case without accents, but keeps what makes another letter:
 * the tilde (ñ, g̃, ỹ, nasal vowels) and the puso, of whichever of its typed shapes. The plain form drops these too, since
 * many a source system cannot write them.
 */
public final class Folding {
    private static final char TILDE = '\u0303';
    private static final String PUSOS = "'’ʼ‘`´ꞌ";
    private static final char APART = 0;
    private static final char RARE = 1;
    /** What becomes of each letter of Western Europe: a letter of the exact form, APART, or RARE for the long way. */
    private static final char[] FOLDED = folded();
    /** What remains of each letter of the exact form. */
    private static final char[] PLAIN = plainLetters();

    private Folding() {}

    /** The words of a text in exact form; whatever is neither letter nor puso separates words. */
    public static List<String> words(String text) {
        var words = new ArrayList<String>(4);
        int length = text.length();
        var word = new char[length];
        int letters = 0;
        boolean named = false;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            char letter = c < FOLDED.length ? FOLDED[c] : RARE;
            if (letter == RARE) {
                return wordsByUnicode(text);
            }
            if (letter != APART) {
                word[letters++] = letter;
                named |= letter != '\'';
            } else if (letters > 0) {
                add(words, word, letters, named);
                letters = 0;
                named = false;
            }
        }
        add(words, word, letters, named);
        return words;
    }

    private static void add(List<String> words, char[] word, int letters, boolean named) {
        if (named) {
            words.add(new String(word, 0, letters));
        }
    }

    /** The same by Unicode's own rules, for any text there is. */
    static List<String> wordsByUnicode(String text) {
        var words = new ArrayList<String>(4);
        var word = new StringBuilder();
        var letters = Normalizer.normalize(pusos(text), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (Character.isLetter(c) || c == '\'' || c == TILDE && !word.isEmpty()) {
                word.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                close(word, words);
            }
        }
        close(word, words);
        return words;
    }

    /** The plain form of a word in exact form: no tilde, no puso. */
    public static String plain(String exact) {
        for (int i = 0; i < exact.length(); i++) {
            if (exact.charAt(i) > 'z' || exact.charAt(i) == '\'') {
                return withoutMarks(exact);
            }
        }
        return exact;
    }

    private static String withoutMarks(String exact) {
        var plain = new StringBuilder(exact.length());
        for (int i = 0; i < exact.length(); i++) {
            char c = exact.charAt(i);
            char letter = c < PLAIN.length ? PLAIN[c] : RARE;
            if (letter == RARE) {
                return withoutMarksByUnicode(exact);
            }
            if (letter != APART) {
                plain.append(letter);
            }
        }
        return plain.toString();
    }

    private static String withoutMarksByUnicode(String exact) {
        var letters = Normalizer.normalize(exact, Normalizer.Form.NFD);
        var plain = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            if (Character.isLetter(letters.charAt(i))) {
                plain.append(letters.charAt(i));
            }
        }
        return plain.toString();
    }

    private static String pusos(String text) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '\'' && PUSOS.indexOf(text.charAt(i)) >= 0) {
                changed = changed == null ? new StringBuilder(text) : changed;
                changed.setCharAt(i, '\'');
            }
        }
        return changed == null ? text : changed.toString();
    }

    private static void close(StringBuilder word, List<String> words) {
        var text = word.toString();
        word.setLength(0);
        if (text.chars().anyMatch(Character::isLetter)) {
            words.add(Normalizer.normalize(text, Normalizer.Form.NFC));
        }
    }

    /** Each letter of Latin-1 and Latin Extended-A is asked for the long way, once, between two others. */
    private static char[] folded() {
        var folded = new char[0x180];
        for (char c = 0; c < folded.length; c++) {
            var words = wordsByUnicode("a" + c + "a");
            boolean letter = words.size() == 1 && words.getFirst().length() == 3;
            boolean apart = words.size() == 2 && words.equals(List.of("a", "a"));
            folded[c] = letter ? words.getFirst().charAt(1) : apart ? APART : RARE;
        }
        return folded;
    }

    private static char[] plainLetters() {
        var letters = new char[FOLDED.length];
        for (char c = 0; c < letters.length; c++) {
            var plain = withoutMarksByUnicode(String.valueOf(c));
            letters[c] = plain.isEmpty() ? APART : plain.length() == 1 ? plain.charAt(0) : RARE;
        }
        return letters;
    }
}
