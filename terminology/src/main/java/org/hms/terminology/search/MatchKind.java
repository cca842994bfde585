package org.hms.terminology.search;

import java.util.Locale;

/** How the words typed met the words of the lexicon, from the surest to the weakest. */
public enum MatchKind {
    /** The same word or phrase, spelling habits aside. */
    EXACT,
    /** The same once person, possessor, number or intensity is taken off. */
    INFLECTED,
    /** The same written apart or together, or a part of the body with what is said of it. */
    COMPOUND,
    /** The same said in other words: the clinic's or the village's. */
    SYNONYM,
    /** The same words in another order or with others between. */
    WORDS,
    /** The beginning of it. */
    PREFIX,
    /** It sounds the same. */
    PHONETIC,
    /** A letter or two differ. */
    FUZZY;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isSure() {
        return this == EXACT || this == INFLECTED || this == COMPOUND || this == SYNONYM || this == WORDS;
    }
}
