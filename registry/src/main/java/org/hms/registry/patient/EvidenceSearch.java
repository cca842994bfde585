package org.hms.registry.patient;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hms.matching.block.CandidateIndex;
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

    Found around(Collection<SourceRecord> versions) {
        var comparable = new LinkedHashMap<String, ComparablePerson>();
        versions.stream()
                .filter(SourceRecord::active)
                .forEach(version ->
                        comparable.put(version.id(), linkage.matcher().standardise(version.demographics())));
        var evidence = new ConcurrentHashMap<String, LinkEvidence>();
        List.copyOf(comparable.entrySet()).parallelStream()
                .forEach(entry -> weighAll(entry.getKey(), entry.getValue(), comparable, evidence));
        var replaced = versions.stream()
                .filter(version -> version.replacedBy() != null)
                .map(SourceRecord::id)
                .collect(Collectors.toSet());
        return new Found(comparable, evidence, replaced);
    }

    private void weighAll(
            String id, ComparablePerson person, Map<String, ComparablePerson> group, Map<String, LinkEvidence> into) {
        for (var candidate : index.find(person, CANDIDATES).candidates()) {
            if (!group.containsKey(candidate.recordId())) {
                weigh(id, person, candidate.recordId(), candidate.person(), into);
            }
        }
        group.forEach((other, otherPerson) -> {
            if (id.compareTo(other) < 0) {
                weigh(id, person, other, otherPerson, into);
            }
        });
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
