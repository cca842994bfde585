package org.hms.registry.editorial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.hms.matching.score.Evidence;
import org.hms.matching.score.LevelModel;
import org.hms.matching.score.MatchScore;
import org.hms.registry.editorial.Change.NewMapping;
import org.hms.registry.editorial.LabelLevels.Label;
import org.hms.registry.editorial.LabelWords.Likeness;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.Confidence;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.MappingRelation;

/**
 * Codes that the linkage engine finds to be what a concept is: it weighs how a Spanish label and a code's text agree, word by
 * word, rare words more, and whether the code's chapter is one for such concepts. What passes the model's line becomes a
 * candidate with the probability as its score; that it is the same, only a person says.
 */
final class LinkageCandidates {
    static final String JUSTIFICATION = "semapv:LexicalSimilarityThresholdMatching";

    private static final String SHIPPED = "label-model.yml";
    private static final int MOST = 5;
    private static final double MOST_RARITY = 5;
    private static final double HALF = 0.5;
    private static final double THOUSANDTHS = 1_000;

    private final LevelModel model = LevelModel.read(
            Objects.requireNonNull(LinkageCandidates.class.getResourceAsStream(SHIPPED)), LabelLevels.all());
    private final LabelledCodes codes;

    /** A code, the label of the concept that led to it, and what that weighs. */
    record Found(int ordinal, String label, MatchScore score) {}

    LinkageCandidates(LabelledCodes codes) {
        this.codes = codes;
    }

    /** The best, the likeliest first; none that the concept is mapped to. */
    List<NewMapping> of(Concept concept) {
        var content = codes.content();
        return weighed(concept).stream()
                .filter(found -> found.score().weight() >= model.thresholds().reviewWeight())
                .filter(found -> concept.mappings().stream()
                        .noneMatch(known -> known.target().code().equals(content.code(found.ordinal()))))
                .limit(MOST)
                .map(found -> toMapping(concept, found))
                .toList();
    }

    /** All codes that share a word with a label, the likeliest first. */
    List<Found> weighed(Concept concept) {
        var best = new HashMap<Integer, Found>();
        for (var label : concept.designations()) {
            if (label.language().startsWith("es")) {
                weigh(concept, label)
                        .forEach(found -> best.merge(
                                found.ordinal(),
                                found,
                                (known, fresh) ->
                                        fresh.score().weight() > known.score().weight() ? fresh : known));
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(
                                (Found found) -> -found.score().weight())
                        .thenComparing(found -> codes.content().code(found.ordinal())))
                .toList();
    }

    private List<Found> weigh(Concept concept, Designation label) {
        var words = LabelWords.of(label.text());
        var kind = codes.content().header().url();
        return codes.candidates(words).stream()
                .mapToObj(ordinal -> new Found(ordinal, label.text(), score(concept, words, ordinal, kind)))
                .toList();
    }

    private MatchScore score(Concept concept, LabelWords words, int ordinal, String system) {
        var parts = new ArrayList<Evidence>();
        parts.add(codes.texts(ordinal).stream()
                .map(text -> {
                    var agreement = Agreement.of(words, text, codes);
                    return model.evidence(LabelLevels.LABEL, agreement.level(), agreement.rarity());
                })
                .max(Comparator.comparingDouble(Evidence::weight))
                .orElseThrow());
        ChapterKind.of(system, concept.category(), codes.content().code(ordinal))
                .ifPresent(kind -> parts.add(model.evidence(LabelLevels.KIND, kind, 0)));
        return model.score(parts);
    }

    /** How a label and a text agree, and how much rarer than usual what they agree in is. */
    record Agreement(Label level, double rarity) {
        static Agreement of(LabelWords label, LabelWords text, LabelledCodes codes) {
            var agreed = new ArrayList<String>();
            var nearly = false;
            for (var word : label.words()) {
                var likeness = text.words().stream()
                        .map(other -> LabelWords.likeness(word, other))
                        .min(Comparator.naturalOrder())
                        .orElse(Likeness.NONE);
                nearly |= likeness == Likeness.NEARLY;
                if (likeness != Likeness.NONE) {
                    agreed.add(word);
                }
            }
            var bits = codes.bits(agreed);
            var more = text.words().size() - agreed.size();
            var less = label.words().size() - agreed.size();
            var rarity = Math.clamp(bits - codes.usualBits(), -MOST_RARITY, MOST_RARITY);
            return new Agreement(level(nearly, more, less, bits / Math.max(1, codes.bits(label.words()))), rarity);
        }

        private static Label level(boolean nearly, int more, int less, double share) {
            if (less == 0) {
                return more <= 0 ? nearly ? Label.NEARLY : Label.EXACT : more == 1 ? Label.ONE_MORE : Label.MORE;
            }
            return share < HALF ? Label.ELSE : more <= 0 ? Label.LESS : Label.SOME;
        }
    }

    private NewMapping toMapping(Concept concept, Found found) {
        var content = codes.content();
        var score = Math.round(found.score().probability() * THOUSANDTHS) / THOUSANDTHS;
        return new NewMapping(
                concept.id(),
                content.header().url(),
                content.code(found.ordinal()),
                MappingRelation.RELATED,
                "Linkage engine over version " + content.header().version(),
                "The label \"" + found.label() + "\" and \"" + content.display(found.ordinal())
                        + "\" weigh as the same with probability " + score,
                new StatedEvidence(
                        JUSTIFICATION,
                        "linkage-engine",
                        Confidence.LOW,
                        null,
                        null,
                        "linkage-engine " + model.version(),
                        score));
    }
}
