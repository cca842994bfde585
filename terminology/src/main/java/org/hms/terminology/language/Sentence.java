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

    /** The words that tell something, or all of them when none does. */
    public List<Word> telling() {
        var telling = words.stream().filter(Word::telling).toList();
        return telling.isEmpty() ? words : telling;
    }
}
