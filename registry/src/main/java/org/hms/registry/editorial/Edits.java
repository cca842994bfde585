package org.hms.registry.editorial;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hms.registry.editorial.Change.Deprecate;
import org.hms.registry.editorial.Change.NewConcept;
import org.hms.registry.editorial.Change.NewLabel;
import org.hms.registry.editorial.Change.NewMapping;
import org.hms.registry.editorial.Proposal.Origin;
import org.hms.registry.editorial.Proposal.Review;
import org.hms.terminology.concept.Attestation;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.concept.Confidence;
import org.hms.terminology.concept.Deprecation;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.concept.MappingEvidence;
import org.hms.terminology.concept.MappingReview;
import org.hms.terminology.concept.Provenance;
import org.hms.terminology.concept.ReviewStatus;
import org.jspecify.annotations.Nullable;

/** Accepted proposals applied to a version's concepts, one after the other. What is there already is not added twice. */
final class Edits {
    private static final ZoneId PARAGUAY = ZoneId.of("America/Asuncion");
    /** Concepts that editors added begin so. */
    private static final String PREFIX = "PY";

    private static final String LABEL_SEARCH = "label-search";

    private final Map<String, Concept> concepts = new LinkedHashMap<>();
    private final List<String> sentences = new ArrayList<>();

    Edits(Collection<Concept> current) {
        current.forEach(concept -> concepts.put(concept.id(), concept));
    }

    List<Concept> concepts() {
        return List.copyOf(concepts.values());
    }

    /** One for each change, for the version's history. */
    List<String> sentences() {
        return List.copyOf(sentences);
    }

    void apply(Proposal proposal) {
        switch (proposal.reviewed()) {
            case NewConcept concept -> add(proposal, concept);
            case NewLabel label -> add(proposal, label);
            case NewMapping mapping -> add(proposal, mapping);
            case Deprecate deprecate -> deprecate(proposal, deprecate);
        }
    }

    private void add(Proposal proposal, NewConcept proposed) {
        var id = nextId();
        var designations = new ArrayList<Designation>();
        designations.add(new Designation(
                proposed.language(),
                DesignationUse.PREFERRED,
                null,
                null,
                proposed.text().strip(),
                new Attestation(proposal.author(), proposed.source(), reviewer(proposal), null, null)));
        if (proposed.gloss() != null && !proposed.language().startsWith("es")) {
            designations.add(new Designation(
                    "es",
                    DesignationUse.PREFERRED,
                    "gloss",
                    null,
                    proposed.gloss().strip()));
        }
        concepts.put(
                id,
                new Concept(
                        id,
                        proposed.category(),
                        proposed.definition(),
                        designations,
                        List.of(),
                        new Provenance(proposed.source(), Confidence.MEDIUM, ReviewStatus.CANDIDATE, null),
                        proposed.sameAs()));
        tell(proposal, "added the concept " + id + " (" + proposed.text().strip() + ")");
    }

    private void add(Proposal proposal, NewLabel label) {
        var concept = concepts.get(label.concept());
        if (concept == null || hasLabel(concept, label)) {
            return;
        }
        var hasPreferred = concept.findPreferred(label.language()).isPresent();
        var designations = new ArrayList<>(concept.designations());
        designations.add(new Designation(
                label.language(),
                hasPreferred ? DesignationUse.ALTERNATIVE : DesignationUse.PREFERRED,
                label.register(),
                label.dialect(),
                label.text().strip(),
                new Attestation(
                        proposal.author(), label.source(), reviewer(proposal), label.community(), label.consent())));
        concepts.put(concept.id(), concept.withDesignations(designations));
        tell(proposal, "added the label " + label.text().strip() + " (" + label.language() + ") to " + concept.id());
    }

    private static boolean hasLabel(Concept concept, NewLabel label) {
        return concept.designations().stream()
                .anyMatch(known -> known.language().equals(label.language())
                        && known.text().equals(label.text().strip()));
    }

    private void add(Proposal proposal, NewMapping mapping) {
        var concept = concepts.get(mapping.concept());
        var target = Coding.of(mapping.system(), mapping.code());
        if (concept == null
                || concept.mappings().stream().anyMatch(known -> known.target().isSameCode(target))) {
            return;
        }
        var mappings = new ArrayList<>(concept.mappings());
        mappings.add(new ConceptMapping(concept.id(), target, mapping.relation(), evidence(proposal, mapping)));
        concepts.put(concept.id(), concept.withMappings(mappings));
        tell(
                proposal,
                "mapped " + concept.id() + " to " + mapping.code() + " as "
                        + mapping.relation().skosName());
    }

    private static MappingEvidence evidence(Proposal proposal, NewMapping mapping) {
        if (proposal.review() != null
                && proposal.change() instanceof NewMapping proposed
                && !proposed.equals(mapping)) {
            return correctedEvidence(proposal, proposed, proposal.review());
        }
        return mapping.stated() == null
                ? ownEvidence(proposal, mapping)
                : statedEvidence(proposal, mapping, mapping.stated());
    }

    /** What was stated stays; the second person's word takes the place of an earlier one, which the comment keeps. */
    private static MappingEvidence statedEvidence(Proposal proposal, NewMapping mapping, StatedEvidence stated) {
        var review = proposal.review();
        var evidence = new MappingEvidence(
                stated.justification(),
                stated.author(),
                mapping.source(),
                stated.confidence(),
                mapping.comment(),
                review == null
                        ? null
                        : new MappingReview(
                                review.reviewer(), review.at().atZone(PARAGUAY).toLocalDate(), stated.tool()));
        return stated.reviewer() == null
                ? evidence
                : evidence.withComment("Confirmed before by " + stated.reviewer() + " on " + stated.reviewed());
    }

    /** A person chose it, whoever or whatever thought of it; what was stated holds for what was proposed, which the comment keeps. */
    private static MappingEvidence correctedEvidence(Proposal proposal, NewMapping proposed, Review review) {
        var stated = proposed.stated();
        var tool = stated == null ? machine(proposal) : stated.tool();
        return new MappingEvidence(
                        MappingEvidence.MANUAL_CURATION,
                        stated == null ? proposal.author() : stated.author(),
                        proposed.source(),
                        Confidence.MEDIUM,
                        proposed.comment(),
                        new MappingReview(
                                review.reviewer(), review.at().atZone(PARAGUAY).toLocalDate(), tool))
                .withComment("Corrected on review by " + review.reviewer() + "; proposed was " + proposed.code()
                        + " as " + proposed.relation().skosName());
    }

    private static @Nullable String machine(Proposal proposal) {
        return proposal.origin() == Origin.LABEL_SEARCH ? LABEL_SEARCH : null;
    }

    private static MappingEvidence ownEvidence(Proposal proposal, NewMapping mapping) {
        var isMachine = proposal.origin() == Origin.LABEL_SEARCH;
        var review = proposal.review();
        return new MappingEvidence(
                isMachine ? MappingEvidence.LEXICAL_MATCHING : MappingEvidence.MANUAL_CURATION,
                proposal.author(),
                mapping.source(),
                isMachine ? Confidence.LOW : Confidence.MEDIUM,
                mapping.comment(),
                review == null
                        ? null
                        : new MappingReview(
                                review.reviewer(), review.at().atZone(PARAGUAY).toLocalDate(), machine(proposal)));
    }

    private void deprecate(Proposal proposal, Deprecate deprecate) {
        var concept = concepts.get(deprecate.concept());
        if (concept != null && !concept.isDeprecated()) {
            concepts.put(
                    concept.id(), concept.withDeprecation(new Deprecation(deprecate.reason(), deprecate.replacedBy())));
            tell(proposal, "deprecated " + concept.id());
        }
    }

    private String nextId() {
        var last = concepts.keySet().stream()
                .filter(id -> id.matches(PREFIX + "\\d+"))
                .mapToInt(id -> Integer.parseInt(id.substring(PREFIX.length())))
                .max()
                .orElse(0);
        return "%s%04d".formatted(PREFIX, last + 1);
    }

    private static @Nullable String reviewer(Proposal proposal) {
        var review = proposal.review();
        return review == null ? null : review.reviewer();
    }

    private void tell(Proposal proposal, String what) {
        var by = reviewer(proposal);
        var how = proposal.reviewed().equals(proposal.change()) ? ", reviewed by " : ", corrected by ";
        sentences.add(
                "Proposal " + proposal.id() + " of " + proposal.author() + " " + what + (by == null ? "" : how + by));
    }
}
