package org.hms.registry.patient;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hms.matching.block.CandidateIndex;
import org.hms.matching.block.Newcomers;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.rules.linkage.Action;

/** Finds what new versions have in common with everyone else: block, compare and weigh, judge. */
public final class EvidenceSearch {

    /** More candidates than this are cut off by the index, which counts them. */
    private static final int CANDIDATES = 256;

    private final Linkage linkage;
    private final CandidateIndex index;

    public EvidenceSearch(Linkage linkage, CandidateIndex index) {
        this.linkage = linkage;
        this.index = index;
    }

    String model() {
        return linkage.model();
    }

    /**
     * New versions in comparable form, and the evidence worth keeping, by {@link Neighbourhood#pair}; what others replace has
     * no evidence of its own any more.
     */
    record Found(Map<String, ComparablePerson> comparable, Map<String, LinkEvidence> evidence, Set<String> replaced) {

        /** The records whose stored evidence no longer holds. */
        Set<String> outdated() {
            var outdated = new HashSet<>(comparable.keySet());
            outdated.addAll(replaced);
            return outdated;
        }

        Map<String, List<LinkEvidence>> byRecord() {
            var byRecord = new LinkedHashMap<String, List<LinkEvidence>>();
            for (var record : outdated()) {
                byRecord.put(record, List.of());
            }
            evidence.values().stream()
                    .collect(
                            Collectors.groupingBy(one -> comparable.containsKey(one.left()) ? one.left() : one.right()))
                    .forEach(byRecord::put);
            return byRecord;
        }
    }

    /** Records whose versions are on their way into the index and may be there or not; what it says of them does not count. */
    record Underway(Set<String> records, Map<String, ComparablePerson> comparable) {
        static final Underway NONE = new Underway(Set.of(), Map.of());
    }

    Found around(Collection<SourceRecord> versions) {
        return around(versions, Underway.NONE);
    }

    /** @param underway none of which is among the versions */
    Found around(Collection<SourceRecord> versions, Underway underway) {
        var comparable = new LinkedHashMap<String, ComparablePerson>();
        versions.stream()
                .filter(SourceRecord::active)
                .forEach(version ->
                        comparable.put(version.id(), linkage.matcher().standardise(version.demographics())));
        var evidence = new ConcurrentHashMap<String, LinkEvidence>();
        var near = new Near(comparable, underway);
        List.copyOf(comparable.entrySet()).parallelStream()
                .forEach(entry -> weighAll(entry.getKey(), entry.getValue(), near, evidence));
        var replaced = versions.stream()
                .filter(version -> version.replacedBy() != null)
                .map(SourceRecord::id)
                .collect(Collectors.toSet());
        return new Found(comparable, evidence, replaced);
    }

    /** What is compared from memory: the versions among themselves, and what is under way. */
    private final class Near {
        private final Map<String, ComparablePerson> versions;
        private final Underway underway;
        private final Newcomers newcomers;

        Near(Map<String, ComparablePerson> versions, Underway underway) {
            this.versions = versions;
            this.underway = underway;
            var people = new HashMap<>(versions);
            people.putAll(underway.comparable());
            newcomers = new Newcomers(linkage.matcher().model().blockingRules(), people);
        }

        boolean outweighs(String indexed) {
            return versions.containsKey(indexed) || underway.records().contains(indexed);
        }

        /** Those to weigh against one of the versions; of two versions, one of the two is told of the other. */
        Map<String, ComparablePerson> of(String id) {
            var others = new HashMap<String, ComparablePerson>();
            for (var other : newcomers.near(id)) {
                var version = versions.get(other);
                if (version == null) {
                    others.put(
                            other, Objects.requireNonNull(underway.comparable().get(other)));
                } else if (id.compareTo(other) < 0) {
                    others.put(other, version);
                }
            }
            return others;
        }
    }

    private void weighAll(String id, ComparablePerson person, Near near, Map<String, LinkEvidence> into) {
        for (var candidate : index.find(person, CANDIDATES).candidates()) {
            if (!near.outweighs(candidate.recordId())) {
                weigh(id, person, candidate.recordId(), candidate.person(), into);
            }
        }
        near.of(id).forEach((other, otherPerson) -> weigh(id, person, other, otherPerson, into));
    }

    private void weigh(
            String one,
            ComparablePerson person,
            String other,
            ComparablePerson otherPerson,
            Map<String, LinkEvidence> into) {
        var judged = linkage.judge(person, otherPerson);
        boolean worthKeeping = judged.score().weight() >= linkage.thresholds().reviewWeight()
                || judged.verdict().action() == Action.VETO && judged.score().weight() > 0;
        if (worthKeeping) {
            into.put(
                    Neighbourhood.pair(one, other), LinkEvidence.between(one, other, judged.score(), judged.verdict()));
        }
    }
}
