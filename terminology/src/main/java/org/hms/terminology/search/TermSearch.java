package org.hms.terminology.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hms.terminology.language.FrameWords;
import org.hms.terminology.language.LegacySpelling;
import org.hms.terminology.language.PhoneticKey;
import org.hms.terminology.language.Sentence;
import org.hms.terminology.language.SentenceReader;
import org.hms.terminology.language.Word;

/**
 * One search: exact words, their stems and constructions first, then words in any order, then beginnings, and only for
 * telling words that are still unaccounted for what sounds or looks alike.
 */
final class TermSearch {
    private static final double SURE = 0.9;
    private static final double STRICT_FIT = 1;
    private static final double FOLDED_FIT = 0.97;
    private static final double LEGACY = 0.85;
    private static final double WORDS = 0.92;
    private static final double SOME_WORDS = 0.7;
    private static final double LEAST_SHARE = 0.45;
    private static final double NEARLY_ALL = 0.85;
    private static final double PHONETIC = 0.78;
    private static final double FUZZY = 0.92;
    /** What one slip takes away, as a share of the word. */
    private static final double SLIP = 0.4;

    /** A slip in what is left after endings were taken off is a guess upon a guess. */
    private static final double GUESS_ON_GUESS = 0.8;

    private static final int FUZZY_KEYS = 24;
    private static final int SHORTEST_FUZZY = 4;
    private static final int LONGEST_FUZZY = 40;

    private static final int SHORTEST_PHONETIC = 3;
    private static final int STEMS_TRIED = 6;

    private final TermIndex index;
    private final TermQuery query;
    private final Sentence sentence;
    private final Map<String, SpanKey> keys = new HashMap<>();
    private final List<Sighting> sightings = new ArrayList<>();

    TermSearch(TermIndex index, TermQuery query) {
        this.index = index;
        this.query = query;
        this.sentence = SentenceReader.read(query.text());
    }

    List<TermHit> run() {
        if (sentence.isEmpty()) {
            return List.of();
        }
        SpanKeys.of(sentence).forEach(key -> keys.put(key.key(), key));
        seeExact();
        seeLegacy();
        seeWords();
        if (distinctConcepts() < query.count()) {
            seeBeginnings();
        }
        var open = open();
        if (!open.isEmpty()) {
            seeAlikeSounding(open);
            seeAlikeLooking(open);
        }
        return new Ranking(index, query, sentence).rank(sightings);
    }

    private void seeExact() {
        for (var term : index.find(TermFields.COMPACT, keys.keySet())) {
            var key = keys.get(term.compact());
            if (key != null) {
                var isStrict = key.strict().equals(term.strictCompact());
                var quality = key.quality() * (isStrict || key.strict().isEmpty() ? STRICT_FIT : FOLDED_FIT);
                var field = isStrict ? TermFields.STRICT : TermFields.FOLDED;
                var isRun = Long.bitCount(key.words()) > 1;
                var kind = key.kind() == MatchKind.EXACT && isRun != term.isWrittenApart()
                        ? MatchKind.COMPOUND
                        : key.kind();
                sightings.add(new Sighting(
                        term, kind, kind == MatchKind.COMPOUND ? TermFields.COMPACT : field, quality, key.words()));
            }
        }
    }

    private void seeLegacy() {
        var modern = new HashMap<String, SpanKey>();
        for (var key : keys.values()) {
            var today = LegacySpelling.modern(key.key());
            if (key.kind() == MatchKind.EXACT && !today.equals(key.key())) {
                modern.put(today, key);
            }
        }
        for (var term : index.find(TermFields.LEGACY, modern.keySet())) {
            var key = modern.get(LegacySpelling.modern(term.compact()));
            if (key != null) {
                sightings.add(
                        new Sighting(term, MatchKind.PHONETIC, TermFields.LEGACY, LEGACY * key.quality(), key.words()));
            }
        }
    }

    /** Designations of several words whose words all, or for the most part, stand somewhere in the sentence. */
    private void seeWords() {
        var forms = new HashMap<String, SpanKey>();
        for (var word : sentence.telling()) {
            addForm(forms, word.folded(), word, 1);
            word.stems().forEach(stem -> addForm(forms, stem, word, SpanKeys.stemQuality(word, stem)));
            if (FrameWords.isSpanishPain(word.folded())) {
                addForm(forms, "dolor", word, 1);
            }
        }
        index.find(TermFields.FOLDED, forms.keySet()).stream()
                .filter(term -> term.words().size() > 1 || term.isWrittenApart())
                .forEach(term -> seeWords(term, forms));
    }

    private void seeWords(IndexedTerm term, Map<String, SpanKey> forms) {
        var seen = 0L;
        var found = 0.0;
        var all = 0.0;
        for (var word : term.words()) {
            var weight = index.weight(word);
            var form = forms.get(word);
            all += weight;
            found += form == null ? 0 : weight * form.quality();
            seen |= form == null ? 0 : form.words();
        }
        var share = found / all;
        if (share > LEAST_SHARE) {
            var quality = share > NEARLY_ALL ? WORDS * share : SOME_WORDS * share;
            sightings.add(new Sighting(term, MatchKind.WORDS, TermFields.FOLDED, quality, seen));
        }
    }

    private static void addForm(Map<String, SpanKey> forms, String form, Word word, double quality) {
        var key = new SpanKey(form, "", SpanKeys.bit(word), MatchKind.WORDS, quality);
        forms.merge(form, key, (known, fresh) -> fresh.isBetterThan(known) ? fresh : known);
    }

    private void seeBeginnings() {
        var wanted = new HashMap<String, SpanKey>();
        addRun(wanted, sentence.words(), MatchKind.PREFIX);
        addRun(wanted, sentence.telling(), MatchKind.PREFIX);
        for (var word : open()) {
            addBeginning(wanted, word.folded(), word, 1);
            word.stems().stream().limit(STEMS_TRIED).forEach(stem -> addBeginning(wanted, stem, word, 0.9));
        }
        for (var term : index.find(TermFields.EDGE, wanted.keySet())) {
            wanted.values().stream()
                    .filter(key -> term.compact().startsWith(key.key()))
                    .forEach(key -> sightings.add(new Sighting(
                            term,
                            MatchKind.PREFIX,
                            TermFields.EDGE,
                            key.quality()
                                    * (0.5
                                            + 0.35
                                                    * key.key().length()
                                                    / term.compact().length()),
                            key.words())));
        }
    }

    private static void addBeginning(Map<String, SpanKey> wanted, String form, Word word, double quality) {
        if (form.length() >= SHORTEST_FUZZY) {
            wanted.putIfAbsent(
                    TermFields.edge(form),
                    new SpanKey(TermFields.edge(form), "", SpanKeys.bit(word), MatchKind.PREFIX, quality));
        }
    }

    private static void addRun(Map<String, SpanKey> wanted, Collection<Word> words, MatchKind kind) {
        var folded = new StringBuilder();
        var bits = 0L;
        for (var word : words) {
            folded.append(word.folded());
            bits |= SpanKeys.bit(word);
        }
        if (folded.length() >= TermFields.SHORTEST_EDGE) {
            var edge = TermFields.edge(folded.toString());
            wanted.put(edge, new SpanKey(edge, "", bits, kind, 1));
        }
    }

    private void seeAlikeSounding(Set<Word> open) {
        var sounds = new HashMap<String, SpanKey>();
        for (var key : openKeys(open)) {
            var sound = PhoneticKey.of(key.key());
            if (sound.length() >= SHORTEST_PHONETIC) {
                sounds.merge(sound, key, (known, fresh) -> fresh.isBetterThan(known) ? fresh : known);
            }
        }
        for (var term : index.find(TermFields.PHONETIC, sounds.keySet())) {
            var key = sounds.get(PhoneticKey.of(term.compact()));
            if (key != null) {
                sightings.add(new Sighting(
                        term,
                        MatchKind.PHONETIC,
                        TermFields.PHONETIC,
                        PHONETIC * key.quality() * key.quality(),
                        key.words()));
            }
        }
    }

    private void seeAlikeLooking(Set<Word> open) {
        openKeys(open).stream()
                .filter(key -> key.key().length() >= SHORTEST_FUZZY && key.key().length() <= LONGEST_FUZZY)
                .limit(FUZZY_KEYS)
                .forEach(this::seeAlikeLooking);
    }

    private void seeAlikeLooking(SpanKey key) {
        var length = key.key().length();
        for (var term : index.findSimilar(key.key(), length < 8 ? 1 : 2)) {
            if (isPrivative(key.key()) != isPrivative(term.compact())) {
                continue;
            }
            var distance = EditDistance.between(key.key(), term.compact());
            var likeness = 1 - SLIP * distance / Math.max(length, term.compact().length());
            sightings.add(new Sighting(
                    term,
                    MatchKind.FUZZY,
                    TermFields.COMPACT,
                    FUZZY * likeness * key.quality() * (key.kind() == MatchKind.INFLECTED ? GUESS_ON_GUESS : 1),
                    key.words()));
        }
    }

    /** The privative -ỹ turns the meaning round, so it is no slip of the pen. */
    private static boolean isPrivative(String folded) {
        return folded.endsWith("yy");
    }

    /** The keys that touch a word still unaccounted for: plain runs before stems, longer before shorter. */
    private List<SpanKey> openKeys(Set<Word> open) {
        var bits = open.stream().mapToLong(SpanKeys::bit).reduce(0, (left, right) -> left | right);
        return keys.values().stream()
                .filter(key -> (key.words() & bits) != 0)
                .sorted((left, right) -> left.quality() != right.quality()
                        ? Double.compare(right.quality(), left.quality())
                        : Integer.compare(right.key().length(), left.key().length()))
                .toList();
    }

    /** The telling words that no sure sighting accounts for. */
    private Set<Word> open() {
        var seen = sightings.stream()
                .filter(sighting -> sighting.kind().isSure() && sighting.quality() >= SURE)
                .mapToLong(Sighting::words)
                .reduce(0, (left, right) -> left | right);
        var open = new HashSet<Word>();
        sentence.telling().stream()
                .filter(word -> (SpanKeys.bit(word) & seen) == 0)
                .forEach(open::add);
        return open;
    }

    private long distinctConcepts() {
        return sightings.stream()
                .map(sighting -> sighting.term().headId())
                .distinct()
                .count();
    }
}
