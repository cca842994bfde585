package org.hms.seed.people;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** How a name may be spelt otherwise by ear, or typed wrongly. */
public final class Spelling {

    private record Confusion(Pattern heard, String written) {

        static Confusion of(String heard, String written) {
            return new Confusion(Pattern.compile(heard), written);
        }
    }

    /** Letters that sound alike in Paraguayan Spanish. */
    private static final List<Confusion> CONFUSIONS = List.of(
            Confusion.of("b", "v"),
            Confusion.of("v", "b"),
            Confusion.of("B", "V"),
            Confusion.of("V", "B"),
            Confusion.of("s(?=[aeiouáéíóú]|$)", "z"),
            Confusion.of("z", "s"),
            Confusion.of("Z", "S"),
            Confusion.of("c(?=[eiéí])", "s"),
            Confusion.of("S(?=[eiéí])", "C"),
            Confusion.of("C(?=[eiéí])", "S"),
            Confusion.of("g(?=[eiéí])", "j"),
            Confusion.of("G(?=[eiéí])", "J"),
            Confusion.of("J(?=[eiéí])", "G"),
            Confusion.of("(?<![cs])h", ""),
            Confusion.of("H(?=u)", "W"),
            Confusion.of("ll", "y"),
            Confusion.of("y(?=[aeiou])", "ll"),
            Confusion.of("i$", "y"),
            Confusion.of("y$", "i"),
            Confusion.of("Y(?=[a-z])", "I"));

    private static final Pattern ACUTE_AND_DIAERESIS = Pattern.compile("[\\u0301\\u0308]");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private Spelling() {}

    /** The word with one pair of like-sounding letters exchanged; the word itself where it has none. */
    public static String variant(String word, RandomGenerator random) {
        var variants = new ArrayList<String>();
        for (var confusion : CONFUSIONS) {
            var matcher = confusion.heard().matcher(word);
            if (matcher.find()) {
                variants.add(matcher.replaceFirst(confusion.written()));
            }
        }
        return variants.isEmpty() ? word : variants.get(random.nextInt(variants.size()));
    }

    /** The word with one letter inserted, left out, exchanged with its neighbour or replaced; never the first. */
    public static String mistyped(String word, RandomGenerator random) {
        if (word.length() < 3) {
            return word;
        }
        var at = 1 + random.nextInt(word.length() - 2);
        var letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        var before = word.substring(0, at);
        var after = word.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> before + letter + word.substring(at);
            case 1 -> before + after;
            case 2 -> before + after.charAt(0) + word.charAt(at) + after.substring(1);
            default -> before + letter + after;
        };
    }

    /** Without acute accents and diaereses; ñ and ã keep their tilde. */
    public static String withoutAccents(String word) {
        var decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
        return Normalizer.normalize(ACUTE_AND_DIAERESIS.matcher(decomposed).replaceAll(""), Normalizer.Form.NFC);
    }

    public static String withoutTilde(String word) {
        return word.replace('ñ', 'n').replace('Ñ', 'N');
    }
}
