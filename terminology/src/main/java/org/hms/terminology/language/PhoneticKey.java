package org.hms.terminology.language;

/**
 * How a folded word sounds to somebody who writes by ear in Guaraní or Spanish: one letter for sounds that are confused
 * (b and v, s z and soft c, k c and qu, i and y), no silent h, no doubled letters, no final n after a vowel.
 */
public final class PhoneticKey {
    private PhoneticKey() {}

    public static String of(String folded) {
        var key = new StringBuilder(folded.length());
        for (var at = 0; at < folded.length(); at++) {
            var next = at + 1 < folded.length() ? folded.charAt(at + 1) : ' ';
            var after = at + 2 < folded.length() ? folded.charAt(at + 2) : ' ';
            var sound = sound(folded, at, next, after);
            if (sound != ' ' && (key.isEmpty() || key.charAt(key.length() - 1) != sound)) {
                key.append(sound);
            }
            at += isWrittenWithTwo(folded.charAt(at), next, after) ? 1 : 0;
        }
        return key.toString();
    }

    /** A blank where the letter is silent. */
    private static char sound(String folded, int at, char next, char after) {
        var letter = folded.charAt(at);
        return switch (letter) {
            case 'q' -> 'k';
            case 'c' -> next == 'h' ? 'x' : isFront(next) ? 's' : 'k';
            case 's' -> next == 'h' ? 'x' : 's';
            case 'z', 'ç' -> 's';
            case 'm' -> next == 'b' ? 'b' : 'm';
            case 'v' -> 'b';
            case 'w' -> 'g';
            case 'g' -> isFront(next) ? 'j' : 'g';
            case 'p' -> next == 'h' ? 'f' : 'p';
            case 'l' -> next == 'l' ? 'j' : 'l';
            case 'h' -> ' ';
            case 'n' -> at == folded.length() - 1 ? ' ' : 'n';
            case 'y' -> soundOfY(folded, at, next, after);
            default -> letter;
        };
    }

    /** The privative -ỹ after a y turns the meaning round (memby, a child; membyʼỹ, childless): it stays audible. */
    private static char soundOfY(String folded, int at, char next, char after) {
        if (next == 'y' && after == ' ') {
            return 'i';
        }
        if (at > 0 && at == folded.length() - 1 && folded.charAt(at - 1) == 'y') {
            return '0';
        }
        var opens = at == 0 || "aeiou".indexOf(folded.charAt(at - 1)) >= 0;
        return opens && "aeou".indexOf(next) >= 0 ? 'j' : 'i';
    }

    private static boolean isWrittenWithTwo(char letter, char next, char after) {
        return switch (letter) {
            case 'q' -> next == 'u';
            case 'c', 's', 'p' -> next == 'h';
            case 'm' -> next == 'b';
            case 'l' -> next == 'l';
            case 'g' -> next == 'u' && "aeioy".indexOf(after) >= 0;
            default -> false;
        };
    }

    private static boolean isFront(char letter) {
        return letter == 'e' || letter == 'i';
    }
}
