package org.hms.registry.editorial;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hms.registry.access.Caller;
import org.hms.registry.editorial.Change.NewMapping;
import org.hms.registry.editorial.Proposal.Origin;
import org.hms.registry.editorial.Proposal.State;
import org.hms.registry.editorial.Refused.Kind;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.content.CodeSystemContent;

/**
 * Codes that machines find for concepts, as proposals marked so: by the linkage engine and by the search for labels. They wait
 * in the list like all others, and nothing of them is published before a person accepts it. What was proposed once, whatever
 * became of it, is not proposed again.
 */
public final class CandidateSearch {
    private static final int MOST_CONCEPTS = 200;
    private static final Set<String> ARE_NO_CONDITIONS = Set.of("body-part", "medicinal-plant", "general");

    private final TerminologyService terminology;
    private final ProposalStore store;
    private final InstantSource clock;

    public CandidateSearch(TerminologyService terminology, ProposalStore store, InstantSource clock) {
        this.terminology = terminology;
        this.store = store;
        this.clock = clock;
    }

    /** For one concept. */
    public List<Proposal> propose(Caller caller, String conceptId, String system, Set<Origin> by) {
        var concept = terminology
                .findConcept(conceptId)
                .orElseThrow(() -> new Refused(Kind.NOT_FOUND, "The lexicon has no concept with this id"));
        return propose(caller, List.of(concept), system, by);
    }

    /** For the first conditions that are mapped to no code of the system and for which no candidate waits. */
    public List<Proposal> proposeForUnmapped(Caller caller, String system, Set<Origin> by) {
        var tried = store.listMappings(null).stream()
                .filter(proposal -> proposal.change() instanceof NewMapping mapping
                        && mapping.system().equals(system))
                .map(proposal -> proposal.change().concept())
                .collect(Collectors.toSet());
        var unmapped = concepts().stream()
                .filter(concept -> !concept.isDeprecated() && concept.sameAs() == null)
                .filter(concept -> !ARE_NO_CONDITIONS.contains(concept.category()) && !concept.isFolkIllness())
                .filter(concept -> !tried.contains(concept.id()))
                .filter(concept -> concept.mappings().stream()
                        .noneMatch(mapping -> mapping.target().system().equals(system)))
                .limit(MOST_CONCEPTS)
                .toList();
        return propose(caller, unmapped, system, by);
    }

    private List<Concept> concepts() {
        return terminology
                .lexicons()
                .currentLexicon()
                .flatMap(scheme -> terminology.lexicons().findConcepts(scheme.version()))
                .orElse(List.of());
    }

    private List<Proposal> propose(Caller caller, List<Concept> concepts, String system, Set<Origin> by) {
        var content = terminology
                .current(system)
                .orElseThrow(() -> new Refused(Kind.NOT_FOUND, "The code system is not at hand"));
        var found = new ArrayList<Proposal>();
        for (var origin : by) {
            var search = search(origin, content);
            for (var concept : concepts) {
                found.addAll(store.addAll(fresh(search.apply(concept)), origin, caller.subject(), clock.instant()));
            }
        }
        return found;
    }

    private Function<Concept, List<NewMapping>> search(Origin origin, CodeSystemContent content) {
        if (origin == Origin.LINKAGE) {
            return new LinkageCandidates(new LabelledCodes(content))::of;
        }
        return concept -> LabelCandidates.of(concept, content);
    }

    /** Those that nobody and nothing has proposed, nor a reviewer put in the place of what was. */
    private List<NewMapping> fresh(List<NewMapping> candidates) {
        var concept = candidates.stream().map(NewMapping::concept).findFirst();
        var proposed = concept.map(this::proposed).orElse(Set.of());
        return candidates.stream()
                .filter(candidate -> !proposed.contains(candidate.target()))
                .toList();
    }

    private Set<Coding> proposed(String concept) {
        return store.listMappings(concept).stream()
                .filter(proposal -> proposal.state() != State.WITHDRAWN)
                .flatMap(proposal -> Stream.of(proposal.change(), proposal.reviewed()))
                .filter(NewMapping.class::isInstance)
                .map(change -> ((NewMapping) change).target())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
