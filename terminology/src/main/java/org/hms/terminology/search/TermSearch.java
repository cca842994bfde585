package org.hms.terminology.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.hms.terminology.language.FrameWords;
import org.hms.terminology.language.KeyboardVowels;
import org.hms.terminology.language.LegacySpelling;
import org.hms.terminology.language.PhoneticKey;
import org.hms.terminology.language.Sentence;
import org.hms.terminology.language.SentenceReader;
import org.hms.terminology.language.SpanishRoots;
import org.hms.terminology.language.Word;

/**
 * One search: exact words, their stems, constructions and other words for the same first, then words in any order, then
 * beginnings, and only for telling words that are still unaccounted for what was spelt so once, sounds or looks alike.
 */
final class TermSearch {
    private static final double SURE = 0.9;
    private static final double LEGACY = 0.955;
    private static final double VOWELS = 0.955;
    private static final double WORDS = 0.93;
    private static final double SOME_WORDS = 0.7;
    private static final double LEAST_SHARE = 0.45;
    private static final double NEARLY_ALL = 0.85;
    private static final double ROOT = 0.88;
    private static final double PHONETIC = 0.9;

    /** A sound in what is left after endings were taken off is a guess upon a guess. */
    private static final double GUESS_ON_GUESS = 0.85;

    /** Who has typed a word and goes on means a longer one. */
    private static final double GOES_ON = 0.75;

    private static final double SOUND_SLIP = 0.25;
    private static final int SHORTEST_PHONETIC = 2;
    private static final int SHORTEST_LOAN = 4;

    private final TermIndex index;
    private final TermQuery query;
    private final Sentence sentence;
    private final SpanKeys keys;
    private final Verbs verbs;
    private final AskedLanguage languages;
    private final List<Sighting> sightings = new ArrayList<>();

    TermSearch(TermIndex index, TermQuery query) {
        this.index = index;
        this.query = query;
        this.sentence = index.vocabulary().respelt(SentenceReader.read(query.text()), index);
        this.keys = new SpanKeys(sentence);
        this.verbs = new Verbs(index, sentence);
        this.languages = new AskedLanguage(query.language());
    }

    List<TermHit> run() {
        if (sentence.isEmpty()) {
            return List.of();
        }
        new Constructions(index, sentence, keys).add();
        index.paraphrases().addTo(keys, index, sentence);
        keys.all().forEach(this::seeExact);
        keys.all().stream().filter(key -> key.kind() == MatchKind.EXACT).forEach(this::seePlain);
        seeWords();
        new Beginnings(index, sentence, sightings).see(open());
        var open = open();
        if (open != 0) {
            var keysOfOpen = keysTouching(open);
            keysOfOpen.stream().filter(key -> key.kind() != MatchKind.EXACT).forEach(this::seePlain);
            keysOfOpen.forEach(this::seeAlikeSounding);
            new Slips(index, sightings).see(keysOfOpen);
        }
        return new Ranking(index, query, languages, sentence, sightings).rank();
    }

    private void seeExact(SpanKey key) {
        for (var term : index.fields().withCompact(key.key())) {
            var isStrict = key.strict().equals(term.strictCompact());
            var quality = quality(key, term);
            var isRun = Long.bitCount(key.words()) > 1;
            var kind = key.kind() == MatchKind.EXACT && isRun != term.writtenApart() ? MatchKind.COMPOUND : key.kind();
            var field = switch (kind) {
                case COMPOUND -> TermFields.COMPACT;
                case SYNONYM -> TermFields.SPOKEN;
                default -> isStrict ? TermFields.STRICT : TermFields.FOLDED;
            };
            sightings.add(new Sighting(term, kind, field, quality, key.words()));
        }
    }

    private double quality(SpanKey key, IndexedTerm term) {
        var marks = key.strict().isEmpty() ? 1 : Marks.fit(key.strict(), term.strictCompact());
        return marks * (key.kind() == MatchKind.INFLECTED ? verbs.trust(key, term) : key.quality());
    }

    private void seePlain(SpanKey key) {
        seeLegacy(key);
        seeVowels(key);
    }

    private void seeLegacy(SpanKey key) {
        for (var term : index.fields().withLegacy(LegacySpelling.modern(key.key()))) {
            if (!term.compact().equals(key.key())) {
                var quality = LEGACY * key.quality() * legacyMarks(key, term);
                sightings.add(new Sighting(term, MatchKind.PHONETIC, TermFields.LEGACY, quality, key.words()));
            }
        }
    }

    /** Who has typed a y knows the vowel, so that an i beside it is one. */
    private void seeVowels(SpanKey key) {
        var typed = key.key();
        var letters = key.strict().isEmpty() ? typed : key.strict();
        if (typed.indexOf('i') < 0 || letters.indexOf('y') >= 0) {
            return;
        }
        for (var term : index.fields().withVowels(KeyboardVowels.plain(typed))) {
            if (!term.compact().equals(typed)) {
                var marks = key.strict().isEmpty()
                        ? 1
                        : Marks.fit(KeyboardVowels.plain(key.strict()), KeyboardVowels.plain(term.strictCompact()));
                var quality = VOWELS * key.quality() * marks;
                sightings.add(new Sighting(term, MatchKind.PHONETIC, TermFields.VOWELS, quality, key.words()));
            }
        }
    }

    private static double legacyMarks(SpanKey key, IndexedTerm term) {
        return key.strict().isEmpty()
                ? 1
                : Marks.fit(LegacySpelling.modern(key.strict()), LegacySpelling.modern(term.strictCompact()));
    }

    private void seeAlikeSounding(SpanKey key) {
        var sound = PhoneticKey.of(key.key());
        if (sound.length() < SHORTEST_PHONETIC) {
            return;
        }
        for (var term : index.fields().withSound(sound)) {
            var longest = Math.max(term.compact().length(), key.key().length());
            var likeness = 1 - SOUND_SLIP * EditDistance.between(key.key(), term.compact()) / longest;
            var quality = PHONETIC
                    * likeness
                    * key.quality()
                    * (key.kind() == MatchKind.INFLECTED ? GUESS_ON_GUESS : 1)
                    * (goesOn(key.key(), term.compact()) ? GOES_ON : 1);
            sightings.add(new Sighting(term, MatchKind.PHONETIC, TermFields.PHONETIC, quality, key.words()));
        }
    }

    /** More was typed than the word has; but a loan's -ón is written -õ: korasón, korasõ. */
    private static boolean goesOn(String typed, String compact) {
        return typed.length() > compact.length() && typed.startsWith(compact) && !typed.endsWith("on");
    }

    /** Designations whose words all, or for the most part, stand somewhere in the sentence. */
    private void seeWords() {
        var forms = new HashMap<String, SpanKey>();
        for (var word : sentence.telling()) {
            addForm(forms, word.folded(), word, 1);
            word.stems().forEach(stem -> addForm(forms, stem.form(), word, stem.trust()));
            addForm(forms, IndexedTerm.spanish(word.root()), word, 1);
            word.stems().stream()
                    .filter(stem -> stem.form().length() > SHORTEST_LOAN)
                    .forEach(stem ->
                            addForm(forms, IndexedTerm.spanish(SpanishRoots.root(stem.form())), word, stem.trust()));
            index.otherWords()
                    .of(word)
                    .forEach((plain, trust) ->
                            addForm(forms, IndexedTerm.spanish(SpanishRoots.root(plain)), word, trust));
            if (FrameWords.isSpanishPain(word.folded())) {
                addForm(forms, IndexedTerm.spanish("dolor"), word, 1);
            }
        }
        var seen = Collections.<IndexedTerm>newSetFromMap(new IdentityHashMap<>());
        for (var form : forms.keySet()) {
            for (var term : index.fields().withWord(form)) {
                if (seen.add(term)) {
                    seeWords(term, forms);
                }
            }
        }
    }

    private void seeWords(IndexedTerm term, Map<String, SpanKey> forms) {
        if (term.words().size() == 1 && !term.writtenApart()) {
            seeRoot(term, forms);
            return;
        }
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
            var some = Long.bitCount(seen) > 1 ? WORDS * (0.5 + share / 2) : SOME_WORDS * share;
            var quality = share > NEARLY_ALL ? WORDS * share : some;
            sightings.add(new Sighting(term, MatchKind.WORDS, TermFields.FOLDED, quality, seen));
        }
    }

    /** A Spanish word by its root: mareado for mareo. */
    private void seeRoot(IndexedTerm term, Map<String, SpanKey> forms) {
        var form = forms.get(term.words().getFirst());
        if (form != null && term.isSpanish()) {
            sightings.add(
                    new Sighting(term, MatchKind.INFLECTED, TermFields.FOLDED, ROOT * form.quality(), form.words()));
        }
    }

    private static void addForm(Map<String, SpanKey> forms, String form, Word word, double quality) {
        var key = new SpanKey(form, "", SpanKeys.bit(word), MatchKind.WORDS, quality);
        forms.merge(form, key, (known, fresh) -> fresh.isBetterThan(known) ? fresh : known);
    }

    /** The keys that touch a word still unaccounted for: plain runs before stems, longer before shorter. */
    private List<SpanKey> keysTouching(long open) {
        return keys.all().stream()
                .filter(key -> (key.words() & open) != 0)
                .sorted(Comparator.comparingDouble((SpanKey key) -> -key.quality())
                        .thenComparing(key -> -key.key().length()))
                .toList();
    }

    /** The telling words that no sure sighting accounts for. */
    private long open() {
        var seen = 0L;
        for (var sighting : sightings) {
            if (sighting.kind().isSure() && sighting.quality() >= SURE && isUnderstood(sighting)) {
                seen |= sighting.words();
            }
        }
        var open = 0L;
        for (var word : sentence.telling()) {
            open |= SpanKeys.bit(word) & ~seen;
        }
        return open;
    }

    private boolean isUnderstood(Sighting sighting) {
        return languages.fit(sighting.term().designation().language()) > 0;
    }
}
