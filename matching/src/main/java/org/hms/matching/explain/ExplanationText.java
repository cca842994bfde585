package org.hms.matching.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hms.matching.explain.Explanation.Step;

/** A score in plain sentences for whoever must decide: what speaks for one person, what against, what could not be asked. */
public final class ExplanationText {
    private static final String KINSHIP = "kinship";
    /** What is found out about a pair, and no attribute that a record could lack. */
    private static final Set<String> OF_THE_PAIR = Set.of(KINSHIP, "name-order");

    private ExplanationText() {}

    public static String of(Explanation explanation, Phrases phrases) {
        var lines = new StringJoiner("\n");
        lines.add(phrases.word("grade." + explanation.grade()));
        if (!explanation.rules().isEmpty()) {
            lines.add(phrases.word("rules"));
            explanation.rules().forEach(rule -> lines.add("- " + rule.id() + ": " + rule.sentence()));
        }
        lines.add(phrases.word("prior", phrases.bits(explanation.priorWeight())));
        var speaking = explanation.steps().stream().filter(Step::speaks).toList();
        list(lines, "for", speaking, step -> step.weight() > 0, phrases);
        list(lines, "against", speaking, step -> step.weight() < 0, phrases);
        if (speaking.stream().anyMatch(step -> step.comparison().equals(KINSHIP) && step.weight() < 0)) {
            lines.add(phrases.word("note.kinship"));
        }
        var silent = explanation.steps().stream()
                .filter(step -> !step.speaks() && !OF_THE_PAIR.contains(step.comparison()))
                .map(step -> phrases.comparison(step.comparison()))
                .collect(Collectors.joining(", "));
        if (!silent.isEmpty()) {
            lines.add(phrases.word("silent", silent));
        }
        lines.add(phrases.word(
                "total", phrases.bits(explanation.weight()), phrases.probability(explanation.probability())));
        return lines.toString();
    }

    private static void list(
            StringJoiner lines, String heading, List<Step> steps, Predicate<Step> wanted, Phrases phrases) {
        var listed = steps.stream()
                .filter(wanted)
                .sorted(Comparator.comparingDouble(step -> -Math.abs(step.weight())))
                .toList();
        if (!listed.isEmpty()) {
            lines.add(phrases.word(heading));
            listed.forEach(step -> lines.add("- " + sentence(step, phrases)));
        }
    }

    /** "Los apellidos coinciden en orden (+9,3 bits; apellido poco común, +2,1)." */
    static String sentence(Step step, Phrases phrases) {
        var bits = phrases.word("bits", phrases.bits(step.weight()));
        var rarity = step.termFrequency() == 0 ? "" : "; " + phrases.frequency(step.comparison(), step.termFrequency());
        return phrases.sentence(step.comparison(), step.level()) + " (" + bits + rarity + ").";
    }
}
