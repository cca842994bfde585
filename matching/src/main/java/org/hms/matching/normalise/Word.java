package org.hms.matching.normalise;

import org.hms.matching.similarity.SpanishSound;

/** One word of a name three times: exact (ñ and puso kept), plain (only letters), and as it sounds. */
public record Word(String exact, String plain, String sound) {

    public static Word of(String exact) {
        var plain = Folding.plain(exact);
        return new Word(exact, plain, SpanishSound.key(plain));
    }
}
