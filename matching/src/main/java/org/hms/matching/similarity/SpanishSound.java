package org.hms.matching.similarity;

/**
 * A key that names written differently but spoken alike in Paraguay have in common: b and v; s, z, x and the soft c; j and
 * the soft g and the x of Ximena; ll, y and the i between vowels; the mute h; qu, k and the hard c; doubled letters. The rules
 * are those of Spanish as spoken in America (seseo, yeísmo) with k, x and y as Guaraní writes them. Expects folded lower
 * case; nasal letters sound like plain ones, since many a source cannot write them.
 */
public final class SpanishSound {
    private SpanishSound() {}

    public static String key(String folded) {
        var key = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char next = i + 1 < folded.length() ? folded.charAt(i + 1) : ' ';
            char sound = sound(folded.charAt(i), next, i > 0 ? folded.charAt(i - 1) : ' ');
            if (sound != 0 && (key.isEmpty() || key.charAt(key.length() - 1) != sound)) {
                key.append(sound);
            }
        }
        return key.toString();
    }

    /** 0 where the letter is mute. */
    private static char sound(char letter, char next, char previous) {
        return switch (letter) {
            case 'v', 'w' -> 'b';
            case 'z', 'ç' -> 's';
            case 'x' -> next == 'h' ? 'c' : previous == ' ' && isSoft(next) ? 'j' : 's';
            case 'c' -> next == 'h' ? previous == 's' ? 's' : 'c' : isSoft(next) ? 's' : 'k';
            case 'q' -> 'k';
            case 'g' -> isSoft(next) ? 'j' : 'g';
            case 'h' -> 0;
            case 'u' -> (previous == 'q' || previous == 'g') && isSoft(next) ? 0 : 'u';
            case 'l' -> next == 'l' ? 'y' : previous == 'l' ? 0 : 'l';
            case 'y' -> isVowel(next) ? 'y' : 'i';
            case 'i', 'ĩ' -> isVowel(next) && (previous == ' ' || previous == 'h' || isVowel(previous)) ? 'y' : 'i';
            case 'm' -> next == 'b' || next == 'p' || next == 'v' || next == 'f' ? 'n' : 'm';
            case 'p' -> next == 'h' ? 'f' : 'p';
            case 'ñ' -> 'n';
            case 'ã' -> 'a';
            case 'ẽ' -> 'e';
            case 'õ' -> 'o';
            case 'ũ' -> 'u';
            case 'ỹ' -> 'i';
            case '\'', ' ', '\u0303' -> 0;
            default -> letter;
        };
    }

    private static boolean isSoft(char letter) {
        return letter == 'e' || letter == 'i' || letter == 'y';
    }

    private static boolean isVowel(char letter) {
        return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u';
    }
}
