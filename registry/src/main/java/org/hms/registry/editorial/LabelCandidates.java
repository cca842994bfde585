package org.hms.registry.editorial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hms.registry.editorial.Change.NewMapping;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.Confidence;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.MappingEvidence;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.content.CodeSystemContent;
import org.roaringbitmap.RoaringBitmap;

/** Codes of an imported system whose texts have all words of one of the concept's Spanish labels. */
final class LabelCandidates {
    private static final String TOOL = "label-search";
    private static final int MOST = 5;
    private static final int TRIED = 10;
    private static final double THOUSANDTHS = 1_000;

    private LabelCandidates() {}

    static List<NewMapping> of(Concept concept, CodeSystemContent content) {
        var known = concept.mappings().stream()
                .map(mapping -> mapping.target().code())
                .collect(Collectors.toSet());
        var candidates = new ArrayList<NewMapping>();
        for (var label : concept.designations()) {
            if (label.language().startsWith("es")) {
                add(candidates, concept, label, content, known);
            }
        }
        return candidates.stream().limit(MOST).toList();
    }

    private static void add(
            List<NewMapping> candidates,
            Concept concept,
            Designation label,
            CodeSystemContent content,
            Set<String> known) {
        var everything = RoaringBitmap.bitmapOfRange(0, content.size());
        IntStream.of(content.search(label.text(), everything))
                .limit(TRIED)
                .filter(ordinal -> !content.isAbstract(ordinal) && known.add(content.code(ordinal)))
                .forEach(ordinal -> candidates.add(new NewMapping(
                        concept.id(),
                        content.header().url(),
                        content.code(ordinal),
                        MappingRelation.RELATED,
                        "Search by label in version " + content.header().version(),
                        "The label \"" + label.text() + "\" and the code's text have their words in common",
                        new StatedEvidence(
                                MappingEvidence.LEXICAL_MATCHING,
                                TOOL,
                                Confidence.LOW,
                                null,
                                null,
                                TOOL,
                                share(label.text(), content.display(ordinal))))));
    }

    /** How many of the words of both are common to both. */
    private static double share(String label, String text) {
        var all = new HashSet<>(LabelWords.of(label).words());
        var common = new HashSet<>(LabelWords.of(text).words());
        common.retainAll(all);
        all.addAll(LabelWords.of(text).words());
        return all.isEmpty() ? 0 : Math.round(THOUSANDTHS * common.size() / all.size()) / THOUSANDTHS;
    }
}
