package org.hms.registry.reconcile;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hms.registry.facility.NameRepair;

/**
 * Takes a printed name apart into folded words: encoding damage repaired, {@code H.D.} and {@code P. S.} joined, figures
 * parted from letters ({@code KM21}), a lone letter behind a hyphen joined to its word ({@code MBO-Y}).
 */
final class FacilityWords {

    private static final Pattern SPACED_INITIALS = Pattern.compile("(?<![\\p{L}\\p{N}.])(\\p{L})\\.\\s+(?=\\p{L}\\.)");
    private static final Pattern INITIALS = Pattern.compile("(?<![\\p{L}\\p{N}])((?:\\p{L}\\.){2,})");
    private static final Pattern LONE_LETTER = Pattern.compile("(?<=\\p{L})-(\\p{L})(?![\\p{L}\\p{N}.])");
    private static final Pattern ORDINAL_SIGN = Pattern.compile("(?<=\\p{N})\\s?[ºª°]|(?<=[Nn])[ºª°]");
    private static final Pattern OUTER_DAMAGE = Pattern.compile("(?<!\\p{L})[?\\uFFFD]|[?\\uFFFD](?!\\p{L})");
    private static final String PUSOS = "'’ʼ‘`´ꞌ";

    private FacilityWords() {}

    /** The words of a name in their order; a letter lost to a wrong encoding stays as a question mark within its word. */
    static List<String> of(String printed) {
        var text = ORDINAL_SIGN.matcher(NameRepair.repair(printed)).replaceAll(" ");
        text = SPACED_INITIALS.matcher(text).replaceAll("$1.");
        text = INITIALS.matcher(text).replaceAll(found -> found.group(1).replace(".", "") + " ");
        text = LONE_LETTER.matcher(text).replaceAll("$1");
        return split(OUTER_DAMAGE.matcher(fold(text)).replaceAll(" ").replace('\uFFFD', '?'));
    }

    private static String fold(String text) {
        var without = new StringBuilder(text.length());
        text.chars().filter(c -> PUSOS.indexOf(c) < 0).forEach(c -> without.append((char) c));
        return Normalizer.normalize(without, Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> split(String folded) {
        var words = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i <= folded.length(); i++) {
            char here = i < folded.length() ? folded.charAt(i) : ' ';
            if (i > from && kind(here) != kind(folded.charAt(from))) {
                words.add(folded.substring(from, i));
                from = i;
            }
            if (kind(here) == Kind.OTHER) {
                from = i + 1;
            }
        }
        return words;
    }

    private enum Kind {
        LETTER,
        DIGIT,
        OTHER
    }

    private static Kind kind(char c) {
        if (c >= '0' && c <= '9') {
            return Kind.DIGIT;
        }
        return Character.isLetter(c) || c == '?' ? Kind.LETTER : Kind.OTHER;
    }
}
