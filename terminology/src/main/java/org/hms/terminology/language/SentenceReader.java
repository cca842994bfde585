package org.hms.terminology.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/** Takes apart what somebody wrote in Guaraní, Jopara or Spanish. Pure, and bounded whatever the text is. */
public final class SentenceReader {
    private static final int MAX_WORDS = 64;
    private static final int MAX_LETTERS = 60;
    /** The trust in a Spanish plural's singular. */
    private static final double NUMBER = 0.98;
    /** The trust in the word of which an affectionate one was made. */
    private static final double DIMINUTIVE = 0.96;

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
            var impossible = position > 0 && Negation.isImpossibility(folded.get(position - 1));
            words.add(new Word(
                    position,
                    strict.get(position),
                    form,
                    stems(Spelling.of(strict.get(position), form), impossible),
                    SpanishRoots.root(form),
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

    private static List<Stem> stems(Spelling spelling, boolean impossible) {
        var folded = spelling.folded();
        var guarani = GuaraniMorphology.stems(spelling, impossible);
        var spanish = SpanishFolding.stem(folded);
        var bases = SpanishDiminutives.bases(folded);
        if (spanish.equals(folded) && bases.isEmpty()) {
            return guarani;
        }
        var stems = new LinkedHashMap<String, Stem>();
        if (!spanish.equals(folded)) {
            stems.put(spanish, new Stem(spanish, "", NUMBER));
        }
        bases.forEach(base -> stems.putIfAbsent(base, new Stem(base, "", DIMINUTIVE)));
        guarani.forEach(stem -> stems.putIfAbsent(stem.form(), stem));
        return List.copyOf(stems.values());
    }

    private static String cut(String word) {
        return word.length() <= MAX_LETTERS ? word : word.substring(0, MAX_LETTERS);
    }
}
