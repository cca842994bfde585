package org.hms.terminology.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hms.terminology.language.Sentence;
import org.hms.terminology.language.Word;

/** Designations of which the beginning was typed: of the whole that was said so far, or of a word nothing else accounts for. */
final class Beginnings {
    private static final double OF_THE_WHOLE = 0.6;
    private static final double OF_A_WORD = 0.5;
    private static final double TYPED_SHARE = 0.3;
    private static final int SHORTEST_WORD = 4;
    private static final int STEMS_TRIED = 6;

    private final TermIndex index;
    private final Sentence sentence;
    private final List<Sighting> sightings;

    Beginnings(TermIndex index, Sentence sentence, List<Sighting> sightings) {
        this.index = index;
        this.sentence = sentence;
        this.sightings = sightings;
    }

    void see(long open) {
        var wanted = new HashMap<String, SpanKey>();
        addRun(wanted, sentence.words());
        addRun(wanted, sentence.telling());
        for (var word : sentence.telling()) {
            if ((SpanKeys.bit(word) & open) != 0) {
                var isLast = word.position() == sentence.words().size() - 1;
                add(wanted, word.folded(), word, isLast ? OF_THE_WHOLE : OF_A_WORD);
                word.stems().stream()
                        .limit(STEMS_TRIED)
                        .forEach(stem -> add(wanted, stem.form(), word, OF_A_WORD * stem.trust()));
            }
        }
        wanted.values().forEach(this::see);
    }

    private void see(SpanKey key) {
        for (var term : index.fields().withEdge(key.key())) {
            if (term.compact().length() > key.key().length()) {
                var typed = (double) key.key().length() / term.compact().length();
                var quality = key.quality() + TYPED_SHARE * typed;
                sightings.add(new Sighting(term, MatchKind.PREFIX, TermFields.EDGE, quality, key.words()));
            }
        }
    }

    private static void add(Map<String, SpanKey> wanted, String form, Word word, double quality) {
        if (form.length() >= SHORTEST_WORD) {
            put(wanted, form, SpanKeys.bit(word), quality);
        }
    }

    private static void addRun(Map<String, SpanKey> wanted, Collection<Word> words) {
        var folded = new StringBuilder();
        var bits = 0L;
        for (var word : words) {
            folded.append(word.folded());
            bits |= SpanKeys.bit(word);
        }
        if (folded.length() >= TermFields.SHORTEST_EDGE) {
            put(wanted, folded.toString(), bits, OF_THE_WHOLE);
        }
    }

    private static void put(Map<String, SpanKey> wanted, String form, long bits, double quality) {
        var edge = TermFields.edge(form);
        wanted.merge(
                edge,
                new SpanKey(edge, "", bits, MatchKind.PREFIX, quality),
                (known, fresh) -> fresh.isBetterThan(known) ? fresh : known);
    }
}
