package org.hms.seed.hard;

import java.util.List;
import java.util.random.RandomGenerator;
import org.hms.seed.people.Spelling;

/** Slips of the finger, of the scanner and of an old character set. */
final class Slips {

    private static final List<String> KEYBOARD = List.of("qwertyuiop", "asdfghjklñ", "zxcvbnm");

    private static final List<String> LOOKS_ALIKE = List.of(
            "rn", "m", "m", "rn", "o", "0", "i", "l", "l", "i", "cl", "d", "u", "v", "e", "c", "a", "o", "s", "5", "b",
            "6", "n", "ri", "t", "f");

    private Slips() {}

    /** One letter replaced by a neighbour on the keyboard, doubled, or another slip of the finger. */
    static String typed(String word, RandomGenerator random) {
        if (word.length() < 3) {
            return word;
        }
        var at = random.nextInt(word.length());
        return switch (random.nextInt(5)) {
            case 0, 1 -> word.substring(0, at) + neighbour(word.charAt(at), random) + word.substring(at + 1);
            case 2 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
            default -> Spelling.mistyped(word, random);
        };
    }

    /** One letter, or two, taken for another by a scanner. */
    static String read(String word, RandomGenerator random) {
        var start = random.nextInt(LOOKS_ALIKE.size() / 2);
        for (int i = 0; i < LOOKS_ALIKE.size() / 2; i++) {
            var pair = (start + i) % (LOOKS_ALIKE.size() / 2) * 2;
            var at = word.indexOf(LOOKS_ALIKE.get(pair), 1);
            if (at > 0) {
                return word.substring(0, at)
                        + LOOKS_ALIKE.get(pair + 1)
                        + word.substring(at + LOOKS_ALIKE.get(pair).length());
            }
        }
        return word;
    }

    /** Letters outside ASCII turned into question marks. */
    static String lost(String word) {
        var letters = word.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = letters[i] > 127 ? '?' : letters[i];
        }
        return new String(letters);
    }

    /** One digit replaced, two neighbours exchanged, one left out or one doubled. */
    static String number(String number, RandomGenerator random) {
        var at = random.nextInt(number.length() - 1);
        var before = number.substring(0, at);
        return switch (random.nextInt(5)) {
            case 0 -> before + number.substring(at + 1);
            case 1 -> before + number.charAt(at) + number.substring(at);
            case 2 -> before + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);
            default -> before + (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10 + number.substring(at + 1);
        };
    }

    private static char neighbour(char letter, RandomGenerator random) {
        for (var row : KEYBOARD) {
            var at = row.indexOf(Character.toLowerCase(letter));
            if (at >= 0) {
                var beside = at == 0 ? 1 : at == row.length() - 1 ? at - 1 : at + (random.nextBoolean() ? 1 : -1);
                return row.charAt(beside);
            }
        }
        return letter;
    }
}
