package org.hms.terminology.search;

import java.util.List;

/** Designations that look like what was typed: a letter or two left out, doubled, changed, or changed about. */
final class Slips {
    private static final double FUZZY = 0.92;
    /** What one slip takes away, as a share of the word. */
    private static final double SLIP = 0.4;

    /** A slip in what is left after endings were taken off is a guess upon a guess. */
    private static final double GUESS_ON_GUESS = 0.8;

    /** Who has typed a word and goes on means a longer one. */
    private static final double GOES_ON = 0.75;

    /** Who has typed the beginning of one word has hardly mistyped another. */
    private static final double BEGINS = 0.9;

    /** A tilde or puso is not typed by chance. */
    private static final double MARKED = 0.93;

    private static final int MOST_KEYS = 24;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 40;
    private static final int LONG_ENOUGH_FOR_TWO = 8;

    private final TermIndex index;
    private final List<Sighting> sightings;

    Slips(TermIndex index, List<Sighting> sightings) {
        this.index = index;
        this.sightings = sightings;
    }

    /** Of the keys, likelier ones first. */
    void see(List<SpanKey> keys) {
        keys.stream()
                .filter(key -> key.key().length() >= SHORTEST && key.key().length() <= LONGEST)
                .limit(MOST_KEYS)
                .forEach(this::see);
    }

    private void see(SpanKey key) {
        var length = key.key().length();
        for (var term : index.findSimilar(key.key(), length < LONG_ENOUGH_FOR_TWO ? 1 : 2)) {
            if (isPrivative(key.key()) != isPrivative(term.compact())) {
                continue;
            }
            var distance = EditDistance.between(key.key(), term.compact());
            var likeness = 1 - SLIP * distance / Math.max(length, term.compact().length());
            var quality = FUZZY
                    * likeness
                    * key.quality()
                    * (key.kind() == MatchKind.INFLECTED ? GUESS_ON_GUESS : 1)
                    * (key.key().startsWith(term.compact()) ? GOES_ON : 1)
                    * (begins(key) ? BEGINS : 1)
                    * (Marks.count(key.strict()) > Marks.count(term.strictCompact()) ? MARKED : 1);
            sightings.add(new Sighting(term, MatchKind.FUZZY, TermFields.COMPACT, quality, key.words()));
        }
    }

    private boolean begins(SpanKey key) {
        return key.kind() == MatchKind.EXACT
                && !index.fields().withEdge(key.key()).isEmpty();
    }

    /** The privative -ỹ turns the meaning round, so it is no slip of the pen. */
    private static boolean isPrivative(String folded) {
        return folded.endsWith("yy");
    }
}
