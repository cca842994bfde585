package org.hms.terminology.language;

import java.util.List;

/** What somebody wrote, word by word. At most 64 words are read. */
public record Sentence(List<Word> words) {
    public Sentence {
        words = List.copyOf(words);
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Spanish articles, pronouns and prepositions stand in it, and no Guaraní frame. */
    public boolean isSpanish() {
        return words.stream()
                        .anyMatch(word -> SpanishFolding.isLittleWord(word.folded())
                                && word.folded().length() > 1)
                && words.stream().noneMatch(word -> FrameWords.isGuarani(word.folded()));
    }

    /** The words that tell something, or all of them when none does. */
    public List<Word> telling() {
        var telling = words.stream().filter(Word::telling).toList();
        return telling.isEmpty() ? words : telling;
    }
}
