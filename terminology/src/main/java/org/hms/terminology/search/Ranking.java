package org.hms.terminology.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.Confidence;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.concept.Provenance;
import org.hms.terminology.language.LanguageChain;
import org.hms.terminology.language.Sentence;
import org.hms.terminology.language.Word;

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
    private static final double COVERAGE_SHARE = 0.45;
    /** Words with an everyday meaning beside the clinical one: alone in a sentence they prove little. */
    private static final Set<String> AMBIGUOUS = Set.of(
            "po", "pyta", "py", "tye", "ky", "apa", "kuru", "nandu", "hoa", "jepota", "huguy", "pochy", "hasy",
            "presion", "ti", "kua");

    private record Scored(Sighting sighting, double score) {}

    private final TermIndex index;
    private final TermQuery query;
    private final Sentence sentence;
    private final Map<Integer, Double> wordWeights = new HashMap<>();
    private final double allWeight;
    private final long tellingBits;

    Ranking(TermIndex index, TermQuery query, Sentence sentence) {
        this.index = index;
        this.query = query;
        this.sentence = sentence;
        for (var word : sentence.telling()) {
            var isKnown = index.knows(word.folded()) || word.stems().stream().anyMatch(index::knows);
            wordWeights.put(word.position(), isKnown ? 1 : UNKNOWN_WORD);
        }
        tellingBits = sentence.telling().stream().mapToLong(SpanKeys::bit).reduce(0, (left, right) -> left | right);
        allWeight =
                wordWeights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    List<TermHit> rank(Collection<Sighting> sightings) {
        var anyFits = sightings.stream().anyMatch(sighting -> fit(sighting) > 0);
        var sure = sightings.stream()
                .filter(sighting -> sighting.kind().isSure() && sighting.quality() >= SURE)
                .map(sighting -> sighting.words() & tellingBits)
                .collect(Collectors.toSet());
        var best = new HashMap<String, Scored>();
        for (var sighting : sightings) {
            if (isIdiom(sighting)
                    || isFrameOnly(sighting)
                    || !isInCategory(sighting)
                    || anyFits && fit(sighting) == 0) {
                continue;
            }
            best.merge(
                    sighting.term().headId(),
                    new Scored(sighting, score(sighting) * (isPartOfAnother(sighting, sure) ? PART_OF_ANOTHER : 1)),
                    (known, fresh) -> fresh.score() > known.score() ? fresh : known);
        }
        return best.values().stream()
                .filter(scored -> scored.score() >= LEAST_SCORE)
                .sorted(Comparator.comparingDouble((Scored scored) -> -scored.score())
                        .thenComparing(scored -> scored.sighting().kind())
                        .thenComparing(
                                scored -> scored.sighting().term().designation().use())
                        .thenComparing(scored -> scored.sighting().term().headId()))
                .limit(query.count())
                .map(this::toHit)
                .toList();
    }

    private double score(Sighting sighting) {
        var covered = wordWeights.entrySet().stream()
                .filter(entry -> (sighting.words() & 1L << entry.getKey()) != 0)
                .mapToDouble(Map.Entry::getValue)
                .sum();
        var coverage = allWeight == 0 ? 1 : covered / allWeight;
        var fit = fit(sighting);
        return sighting.quality()
                * (1 - COVERAGE_SHARE + COVERAGE_SHARE * coverage)
                * (fit == 0 ? STRANGER : fit)
                * use(sighting.term())
                * attestation(sighting.term().concept().provenance().confidence())
                * (isAmbiguous(sighting) ? (coverage > 0.99 ? 0.97 : 0.8) : 1);
    }

    private double fit(Sighting sighting) {
        return LanguageChain.fit(query.language(), sighting.term().designation().language());
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
        return seenWords(sighting).stream().map(Word::folded).allMatch(AMBIGUOUS::contains);
    }

    /** "Huguy pochy" is anger, not blood. */
    private boolean isIdiom(Sighting sighting) {
        return seenWords(sighting).stream()
                .anyMatch(word -> isFollowedBy(word.position(), "huguy", "pochy")
                        || isFollowedBy(word.position() - 1, "huguy", "pochy"));
    }

    private boolean isFollowedBy(int position, String first, String second) {
        var words = sentence.words();
        return position >= 0
                && position + 1 < words.size()
                && words.get(position).folded().equals(first)
                && words.get(position + 1).folded().equals(second);
    }

    /** Persons and particles alone name no concept, as long as there are words that tell more. */
    private boolean isFrameOnly(Sighting sighting) {
        return sentence.words().stream().anyMatch(Word::telling)
                && seenWords(sighting).stream().noneMatch(Word::telling);
    }

    /** "Akã" is surely seen in "hasy che akã", but so is the whole "akãrasy", which says more. */
    private boolean isPartOfAnother(Sighting sighting, Set<Long> sure) {
        var part = sighting.words() & tellingBits;
        return sure.stream().anyMatch(whole -> whole != part && (part & ~whole) == 0);
    }

    private boolean isInCategory(Sighting sighting) {
        return query.category() == null || sighting.term().concept().category().equals(query.category());
    }

    private List<Word> seenWords(Sighting sighting) {
        return sentence.words().stream()
                .filter(word -> (sighting.words() & SpanKeys.bit(word)) != 0)
                .toList();
    }

    private TermHit toHit(Scored scored) {
        var term = scored.sighting().term();
        var book = index.book();
        var head = book.get(term.headId());
        var seen = seenWords(scored.sighting());
        var isFormItself = scored.sighting().kind() == MatchKind.EXACT;
        var negated = seen.stream().anyMatch(word -> word.denied() || word.negative() && !isFormItself);
        var match = new TermMatch(
                term.concept().id(),
                term.designation().text(),
                term.designation().language(),
                scored.sighting().field(),
                scored.sighting().kind(),
                seen.stream().map(Word::strict).toList(),
                isAmbiguous(scored.sighting()),
                negated);
        var isFolk = head.isFolkIllness() || term.concept().isFolkIllness();
        var mappings = book.mappingsOf(term.concept()).stream()
                .filter(mapping -> query.targetSystem() == null
                        || mapping.target().system().equals(query.targetSystem()))
                .sorted(Comparator.comparing(mapping -> mapping.relation()))
                .toList();
        return new TermHit(
                head.id(),
                preferred(head),
                Math.round(Math.min(1, scored.score()) * 10_000) / 10_000.0,
                match,
                mappings,
                isFolk ? Concept.FOLK_ILLNESS : head.category(),
                provenance(term.concept(), head));
    }

    /** The word of the language asked for, of any of the joined concepts, else of the languages it falls back on. */
    private Designation preferred(Concept head) {
        if (query.language() == null || query.language().isBlank()) {
            return head.preferred();
        }
        var members = new ArrayList<Concept>();
        members.add(head);
        members.addAll(index.book().membersOf(head.id()));
        for (var language : LanguageChain.of(query.language())) {
            for (var member : members) {
                var found = member.designations().stream()
                        .filter(designation -> designation.use() == DesignationUse.PREFERRED)
                        .filter(designation -> designation.language().equals(language))
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        return head.preferred();
    }

    /** The weaker attestation of the concept found and the concept whose word was seen. */
    private static Provenance provenance(Concept matched, Concept head) {
        var weaker =
                matched.provenance().confidence().compareTo(head.provenance().confidence()) > 0 ? matched : head;
        return weaker.provenance();
    }
}
