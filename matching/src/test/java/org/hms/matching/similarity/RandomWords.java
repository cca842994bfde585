package org.hms.matching.similarity;

import java.util.SplittableRandom;

/** Words of up to a line, from few letters of one script or several; the same seed makes the same words. */
final class RandomWords {
    private static final String[] SCRIPTS = {
        "abcde", "abcdefghijklmnopqrstuvwxyz", "aeinñáz' 09", "aãỹg̃u", "лесов", "aп\uD83D\uDE00"
    };

    private RandomWords() {}

    static String word(SplittableRandom random) {
        var letters = SCRIPTS[random.nextInt(SCRIPTS.length)];
        int longest = random.nextInt(8) == 0 ? 90 : 14;
        var word = new StringBuilder();
        for (int i = random.nextInt(longest); i > 0; i--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    /** One or two slips of the pen: a letter left out, doubled, changed, or two changed over. */
    static String mistyped(String word, SplittableRandom random) {
        var typed = new StringBuilder(word);
        for (int slips = 1 + random.nextInt(2); slips > 0 && typed.length() > 1; slips--) {
            int at = random.nextInt(typed.length() - 1);
            char letter = typed.charAt(at);
            switch (random.nextInt(4)) {
                case 0 -> typed.deleteCharAt(at);
                case 1 -> typed.insert(at, letter);
                case 2 -> typed.setCharAt(at, 'k');
                default -> {
                    typed.setCharAt(at, typed.charAt(at + 1));
                    typed.setCharAt(at + 1, letter);
                }
            }
        }
        return typed.toString();
    }
}
