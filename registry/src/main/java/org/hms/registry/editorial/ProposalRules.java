package org.hms.registry.editorial;

import java.util.Set;
import java.util.regex.Pattern;
import org.hms.registry.editorial.Change.Deprecate;
import org.hms.registry.editorial.Change.NewConcept;
import org.hms.registry.editorial.Change.NewLabel;
import org.hms.registry.editorial.Change.NewMapping;
import org.hms.registry.editorial.Refused.Kind;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.MappingRelation;
import org.jspecify.annotations.Nullable;

/** What a proposal must be like to be looked at; the SHACL shapes look again when it is published. */
final class ProposalRules {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Set<String> CATEGORIES = Set.of(
            "body-part",
            "symptom",
            "disease",
            "vital",
            "folk-illness",
            "medicinal-plant",
            "agent",
            "procedure",
            "injury",
            "maternal",
            "general",
            "child");
    private static final int LONGEST_LABEL = 300;
    private static final int LONGEST_TEXT = 2_000;

    private final TerminologyService terminology;

    ProposalRules(TerminologyService terminology) {
        this.terminology = terminology;
    }

    void require(Change change) {
        switch (change) {
            case NewConcept concept -> requireConcept(concept);
            case NewLabel label -> requireLabel(label);
            case NewMapping mapping -> requireMapping(mapping);
            case Deprecate deprecate -> requireDeprecation(deprecate);
        }
    }

    private void requireConcept(NewConcept proposed) {
        hold(CATEGORIES.contains(proposed.category()), "The category is one of " + String.join(", ", CATEGORIES));
        requireText(proposed.language(), proposed.text());
        requireLength(proposed.definition(), "definition");
        requireLength(proposed.gloss(), "gloss");
        requireSource(proposed.source());
        if (proposed.sameAs() != null) {
            hold(inUse(proposed.sameAs()).sameAs() == null, "The concept it equals equals another itself");
        }
    }

    private void requireLabel(NewLabel label) {
        var concept = inUse(label.concept());
        requireText(label.language(), label.text());
        requireSource(label.source());
        hold(
                concept.designations().stream()
                        .noneMatch(known -> known.language().equals(label.language())
                                && known.text().equals(label.text().strip())),
                "The concept has this label already");
    }

    private void requireMapping(NewMapping mapping) {
        var concept = inUse(mapping.concept());
        requireSource(mapping.source());
        requireLength(mapping.comment(), "comment");
        hold(!mapping.code().isBlank() && mapping.code().length() <= 100, "A mapping has a code");
        hold(
                concept.mappings().stream()
                        .noneMatch(known -> known.target().system().equals(mapping.system())
                                && known.target().code().equals(mapping.code())),
                "The concept is mapped to this code already");
        var isClose = mapping.relation().compareTo(MappingRelation.RELATED) < 0;
        hold(!concept.isFolkIllness() || !isClose, "A folk illness is related to a code at most");
        terminology
                .current(mapping.system())
                .ifPresent(content -> hold(
                        content.find(mapping.code()) >= 0
                                || content.expression(mapping.code()).isPresent(),
                        "The code is not in the version of its system that is at hand"));
    }

    private void requireDeprecation(Deprecate deprecate) {
        inUse(deprecate.concept());
        hold(deprecate.reason().strip().length() >= 3, "A deprecation has a reason");
        requireLength(deprecate.reason(), "reason");
        if (deprecate.replacedBy() != null) {
            inUse(deprecate.replacedBy());
            hold(!deprecate.replacedBy().equals(deprecate.concept()), "A concept does not replace itself");
        }
    }

    private Concept inUse(String id) {
        var concept = terminology
                .findConcept(id)
                .orElseThrow(() -> new Refused(Kind.INVALID, "The lexicon has no concept with this id"));
        hold(!concept.isDeprecated(), "The concept is deprecated");
        return concept;
    }

    private static void requireText(String language, String text) {
        hold(LANGUAGE.matcher(language).matches(), "The language is a BCP 47 tag");
        hold(!text.isBlank() && text.length() <= LONGEST_LABEL, "A label has 1 to " + LONGEST_LABEL + " characters");
    }

    private static void requireSource(String source) {
        hold(source.strip().length() >= 3 && source.length() <= LONGEST_TEXT, "A proposal names its source");
    }

    private static void requireLength(@Nullable String text, String name) {
        hold(text == null || text.length() <= LONGEST_TEXT, name + " has at most " + LONGEST_TEXT + " characters");
    }

    private static void hold(boolean holds, String otherwise) {
        if (!holds) {
            throw new Refused(Kind.INVALID, otherwise);
        }
    }
}
