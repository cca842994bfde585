package org.hms.terminology.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hms.terminology.concept.Confidence;
import org.hms.terminology.language.FrameWords;
import org.hms.terminology.language.Sentence;

/**
 * Orders what was seen and says why. A score is how surely a designation was seen, times how much of what was said it
 * accounts for, times how well its language, its use and its attestation fit; 1 is the preferred word itself.
 */
final class Ranking {
    private static final double LEAST_SCORE = 0.3;
    private static final double STRANGER = 0.6;
    private static final double UNKNOWN_WORD = 0.4;
    private static final double SURE = 0.8;
    private static final double PART_OF_ANOTHER = 0.85;
    private static final double PLACE_OF_COMPLAINT = 0.85;
    private static final double STRANGERS_GLOSS = 0.97;
    private static final double UNASKED_LANGUAGE = 0.985;
    private static final double UNASKED_GUESS = 0.9;
    private static final double SPANISH_SENTENCE = 0.8;
    private static final double SPANISH_LOOKALIKE = 0.75;
    private static final double LONGER = 0.002;
    private static final double COVERAGE_SHARE = 0.45;
    /** Words with an everyday meaning beside the clinical one: alone in a sentence they prove little. */
    private static final Set<String> AMBIGUOUS = Set.of(
            "po", "pyta", "py", "tye", "ky", "apa", "kuru", "nandu", "hoa", "jepota", "huguy", "pochy", "hasy",
            "presion", "ti", "kua");
    /** A part of the body or a person named beside a complaint says where and whose it is. */
    private static final Set<String> PLACES_AND_PERSONS = Set.of("body-part", "general");
    /** The languages everybody reads here. */
    private static final Set<String> NATIONAL = Set.of("gn", "es-PY", "es");

    private record Scored(Sighting sighting, double score) {}

    private final TermIndex index;
    private final TermQuery query;
    private final AskedLanguage languages;
    private final Sentence sentence;
    private final List<Sighting> sightings;
    private final double[] wordWeights;
    private final double allWeight;
    private final Set<Long> sure = new HashSet<>();
    private final Set<Long> complaints = new HashSet<>();
    private final boolean anyFits;
    private final boolean isSpanish;
    private long tellingBits;
    private long ambiguousBits;
    private long idiomBits;
    private long painBits;

    Ranking(TermIndex index, TermQuery query, AskedLanguage languages, Sentence sentence, List<Sighting> sightings) {
        this.index = index;
        this.query = query;
        this.languages = languages;
        this.sentence = sentence;
        this.sightings = sightings;
        this.isSpanish = sentence.isSpanish();
        readWords();
        var seen = 0L;
        var fits = false;
        for (var sighting : sightings) {
            fits |= fit(sighting) > 0;
            if (sighting.quality() >= SURE) {
                seen |= sighting.words();
                addTo(sighting);
            }
        }
        anyFits = fits;
        wordWeights = new double[sentence.words().size()];
        var all = 0.0;
        for (var word : sentence.telling()) {
            var isKnown = (seen & SpanKeys.bit(word)) != 0 || index.knows(word.folded());
            wordWeights[word.position()] = isKnown ? 1 : UNKNOWN_WORD;
            all += wordWeights[word.position()];
        }
        allWeight = all;
    }

    private void addTo(Sighting sighting) {
        if (sighting.kind().isSure() || sighting.field().equals(TermFields.VOWELS)) {
            sure.add(sighting.words());
        }
        var isNear = sighting.kind() != MatchKind.FUZZY && sighting.kind() != MatchKind.PREFIX;
        if (isNear && !isFrameOnly(sighting) && !isPlaceOrPerson(sighting)) {
            complaints.add(sighting.words());
        }
    }

    List<TermHit> rank() {
        var best = new HashMap<String, Scored>();
        for (var sighting : sightings) {
            var isStranger = anyFits && fit(sighting) == 0;
            if (isStranger || !isInCategory(sighting) || isFrameOnly(sighting) || isIdiom(sighting)) {
                continue;
            }
            var scored = new Scored(sighting, score(sighting));
            if (scored.score() >= LEAST_SCORE) {
                best.merge(
                        sighting.term().headId(),
                        scored,
                        (known, fresh) -> fresh.score() > known.score() ? fresh : known);
            }
        }
        var hits = new Hits(index.book(), query, sentence);
        return best.values().stream()
                .sorted(Comparator.comparingDouble((Scored scored) -> -scored.score())
                        .thenComparing(scored -> scored.sighting().kind())
                        .thenComparing(scored -> isPlaceOrPerson(scored.sighting()))
                        .thenComparing(
                                scored -> scored.sighting().term().designation().use())
                        .thenComparing(scored -> scored.sighting().term().headId()))
                .limit(query.count())
                .map(scored -> hits.toHit(scored.sighting(), scored.score(), isAmbiguous(scored.sighting())))
                .toList();
    }

    private double score(Sighting sighting) {
        var covered = 0.0;
        for (var position = 0; position < wordWeights.length; position++) {
            covered += (sighting.words() & 1L << position) == 0 ? 0 : wordWeights[position];
        }
        var coverage = allWeight == 0 ? 1 : covered / allWeight;
        var fit = fit(sighting);
        return sighting.quality()
                * (1 - COVERAGE_SHARE + COVERAGE_SHARE * coverage)
                * (fit == 0 ? STRANGER : fit)
                * use(sighting.term())
                * attestation(sighting.term().concept().provenance().confidence())
                * (isAmbiguous(sighting) ? (coverage > 0.99 ? 0.97 : 0.9) : 1)
                * (isPartOfAnother(sighting) ? PART_OF_ANOTHER : 1)
                * (isPlaceOfComplaint(sighting) ? PLACE_OF_COMPLAINT : 1)
                * (1 + LONGER * Long.bitCount(sighting.words()));
    }

    private double fit(Sighting sighting) {
        var term = sighting.term();
        var fit = languages.fit(term.designation().language());
        return fit
                * (isSpanish && term.designation().language().equals("gn") ? inSpanish(sighting) : 1)
                * (isStrangersGloss(term) ? STRANGERS_GLOSS : 1)
                * (isUnaskedLanguage(term) ? sighting.kind().isSure() ? UNASKED_LANGUAGE : UNASKED_GUESS : 1);
    }

    /** What only looks like a Guaraní word in a Spanish sentence is hardly one. */
    private static double inSpanish(Sighting sighting) {
        return sighting.kind() == MatchKind.FUZZY ? SPANISH_SENTENCE * SPANISH_LOOKALIKE : SPANISH_SENTENCE;
    }

    /** The Spanish gloss of a word in a language that nobody asked in. */
    private static boolean isStrangersGloss(IndexedTerm term) {
        return term.isSpanish() && !NATIONAL.contains(term.concept().preferred().language());
    }

    private boolean isUnaskedLanguage(IndexedTerm term) {
        return languages.isOpen() && !NATIONAL.contains(term.designation().language());
    }

    private static double use(IndexedTerm term) {
        var isHead = term.headId().equals(term.concept().id());
        var use = switch (term.designation().use()) {
            case PREFERRED -> 1.0;
            case ALTERNATIVE -> 0.99;
            case HIDDEN -> 0.97;
        };
        return isHead ? use : use * 0.99;
    }

    private static double attestation(Confidence confidence) {
        return switch (confidence) {
            case HIGH -> 1;
            case MEDIUM -> 0.995;
            case LOW -> 0.985;
        };
    }

    private boolean isAmbiguous(Sighting sighting) {
        return (sighting.words() & ~ambiguousBits) == 0;
    }

    /** "Huguy pochy" is anger, not blood. */
    private boolean isIdiom(Sighting sighting) {
        return (sighting.words() & idiomBits) != 0;
    }

    /** Persons and particles alone name no concept, as long as there are words that tell more. */
    private boolean isFrameOnly(Sighting sighting) {
        return (sighting.words() & tellingBits) == 0;
    }

    private void readWords() {
        for (var word : sentence.words()) {
            ambiguousBits |= AMBIGUOUS.contains(word.folded()) ? SpanKeys.bit(word) : 0;
            var isPain = FrameWords.isPain(word.folded()) || FrameWords.isSpanishPain(word.folded());
            painBits |= isPain ? SpanKeys.bit(word) : 0;
            var isIdiom = word.folded().equals("pochy")
                    && word.position() > 0
                    && sentence.words().get(word.position() - 1).folded().equals("huguy");
            idiomBits |= isIdiom ? SpanKeys.bit(word) | SpanKeys.bit(word) >>> 1 : 0;
        }
        sentence.telling().forEach(word -> tellingBits |= SpanKeys.bit(word));
    }

    /** "Akã" is surely seen in "hasy che akã", but so is the whole "akãrasy", which says more. */
    private boolean isPartOfAnother(Sighting sighting) {
        for (var whole : sure) {
            if (whole != sighting.words() && (sighting.words() & ~whole) == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlaceOrPerson(Sighting sighting) {
        return PLACES_AND_PERSONS.contains(sighting.term().concept().category());
    }

    /** That it hurts says less than what is named beside it. */
    private boolean isPainAlone(Sighting sighting) {
        return (sighting.words() & ~painBits) == 0;
    }

    private boolean isPlaceOfComplaint(Sighting sighting) {
        if (!isPlaceOrPerson(sighting) && !isPainAlone(sighting)) {
            return false;
        }
        for (var complaint : complaints) {
            if ((complaint & sighting.words()) == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isInCategory(Sighting sighting) {
        return query.category() == null || sighting.term().concept().category().equals(query.category());
    }
}
