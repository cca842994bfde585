package org.hms.terminology.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Takes apart what somebody wrote in Guaraní, Jopara or Spanish. Pure, and bounded whatever the text is. */
public final class SentenceReader {
    private static final int MAX_WORDS = 64;
    private static final int MAX_LETTERS = 60;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\u02BC]+");

    private SentenceReader() {}

    public static Sentence read(String text) {
        var strict = NO_WORD.splitAsStream(Orthography.strict(text))
                .map(SentenceReader::cut)
                .filter(word -> !Orthography.folded(word).isEmpty())
                .limit(MAX_WORDS)
                .toList();
        var folded = strict.stream().map(Orthography::folded).toList();
        var words = new ArrayList<Word>(strict.size());
        for (var position = 0; position < strict.size(); position++) {
            var form = folded.get(position);
            words.add(new Word(
                    position,
                    strict.get(position),
                    form,
                    stems(form),
                    !FrameWords.isFrame(form),
                    Negation.isNegative(form),
                    Negation.isDenied(folded, position)));
        }
        return new Sentence(words);
    }

    /** All words of a text run together, folded: the key under which compounds written apart and together meet. */
    public static String compact(Sentence sentence) {
        var compact = new StringBuilder();
        sentence.words().forEach(word -> compact.append(word.folded()));
        return compact.toString();
    }

    private static List<String> stems(String folded) {
        var stems = new LinkedHashSet<String>();
        var spanish = SpanishFolding.stem(folded);
        if (!spanish.equals(folded)) {
            stems.add(spanish);
        }
        stems.addAll(GuaraniMorphology.stems(folded));
        return List.copyOf(stems);
    }

    private static String cut(String word) {
        return word.length() <= MAX_LETTERS ? word : word.substring(0, MAX_LETTERS);
    }
}
