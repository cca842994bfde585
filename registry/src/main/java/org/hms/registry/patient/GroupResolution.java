package org.hms.registry.patient;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.patient.ResolvedGroup.NewVersion;
import org.jspecify.annotations.Nullable;

/**
 * The main path of the patient index, for a group of records at a time: block, compare and weigh, judge, recluster, name,
 * choose the golden values, commit, index. Called by the {@link Resolver} alone, one group after the other.
 */
public final class GroupResolution {

    private final PatientStore store;
    private final RecordIds recordIds;
    private final EvidenceSearch evidenceSearch;
    private final Reclustering reclustering;
    private final IndexFollower index;
    private final InstantSource clock;

    public GroupResolution(
            PatientStore store,
            RecordIds recordIds,
            EvidenceSearch evidenceSearch,
            Reclustering reclustering,
            IndexFollower index,
            InstantSource clock) {
        this.store = store;
        this.recordIds = recordIds;
        this.evidenceSearch = evidenceSearch;
        this.reclustering = reclustering;
        this.index = index;
        this.clock = clock;
    }

    /**
     * A group whose evidence is found and which nobody has written: what its senders say, what there was, what is new,
     * what speaks for whom, and what is not taken because it is not as its sender requires.
     */
    record Searched(
            Map<RecordKey, SourceRecord> known,
            Map<IncomingRecord, NewVersion> next,
            Map<RecordKey, FeedRefused> refused,
            EvidenceSearch.Found found) {

        Map<String, SourceRecord> records() {
            return next.values().stream()
                    .map(NewVersion::record)
                    .collect(Collectors.toMap(SourceRecord::id, Function.identity(), (a, b) -> b, LinkedHashMap::new));
        }

        EvidenceSearch.Underway underway() {
            return new EvidenceSearch.Underway(records().keySet(), found.comparable());
        }
    }

    /** All of them or, where one is refused, none. */
    Map<RecordKey, FeedOutcome> resolve(List<IncomingRecord> group) {
        var searched = search(group, EvidenceSearch.Underway.NONE);
        for (var refused : searched.refused().values()) {
            throw refused;
        }
        return write(searched);
    }

    /**
     * The half that writes nothing, and can be done while another group is written.
     *
     * @param underway what that other group writes: of none of these records, and nothing replaces another
     */
    Searched search(List<IncomingRecord> group, EvidenceSearch.Underway underway) {
        index.settle();
        var known = store.findRecords(group.stream().map(IncomingRecord::key).toList());
        var next = new LinkedHashMap<IncomingRecord, NewVersion>();
        var refused = new LinkedHashMap<RecordKey, FeedRefused>();
        var replacement = new StatedReplacement(store, recordIds, group);
        for (var incoming : group) {
            try {
                var version = nextVersion(incoming, known.get(incoming.key()), replacement);
                if (version != null) {
                    next.put(incoming, version);
                }
            } catch (FeedRefused e) {
                if (replacement.isStated()) {
                    throw e;
                }
                refused.put(incoming.key(), e);
            }
        }
        var records = next.values().stream().map(NewVersion::record).toList();
        return new Searched(known, next, refused, evidenceSearch.around(records, underway));
    }

    /** Names, commits and indexes a group of which all that was written before can be read. */
    Map<RecordKey, FeedOutcome> write(Searched group) {
        var outcomes = new HashMap<>(unchanged(group));
        if (!group.next().isEmpty()) {
            outcomes.putAll(writeVersions(group));
        }
        return outcomes;
    }

    /** Null where the record says already what is sent. */
    private @Nullable NewVersion nextVersion(
            IncomingRecord incoming, @Nullable SourceRecord before, StatedReplacement replacement) {
        var hash = ContentHash.of(incoming);
        Precondition.require(incoming, before);
        if (before != null && before.contentHash().equals(hash)) {
            return null;
        }
        var record = new SourceRecord(
                recordIds.of(incoming.key()),
                incoming.source(),
                incoming.key(),
                before == null ? 1 : before.version() + 1,
                incoming.active(),
                hash,
                incoming.demographics(),
                clock.instant(),
                replacement.of(incoming));
        return new NewVersion(record, incoming.content());
    }

    private Map<RecordKey, FeedOutcome> unchanged(Searched group) {
        var others = group.next().keySet().stream().map(IncomingRecord::key).collect(Collectors.toSet());
        others.addAll(group.refused().keySet());
        var same = group.known().values().stream()
                .filter(record -> !others.contains(record.key()))
                .toList();
        var membership = store.membership(same.stream().map(SourceRecord::id).toList());
        return same.stream()
                .collect(Collectors.toMap(
                        SourceRecord::key,
                        record -> new FeedOutcome.Unchanged(
                                record.id(), record.version(), membership.getOrDefault(record.id(), ""))));
    }

    private Map<RecordKey, FeedOutcome> writeVersions(Searched group) {
        var versions = group.next();
        var records = group.records();
        var found = group.found();
        var reclustered = reclustering.around(Changed.newVersions(records), found);
        var outcomes = new HashMap<RecordKey, FeedOutcome>();
        var audit = new ArrayList<AuditEntry>();
        var at = clock.instant();
        versions.forEach((incoming, version) -> {
            var outcome = reclustered.outcomeOf(version.record());
            outcomes.put(incoming.key(), outcome);
            audit.add(new AuditEntry(
                    at,
                    incoming.caller(),
                    action(incoming, version),
                    "Patient",
                    List.of(outcome.recordId(), outcome.eid()),
                    "success"));
        });
        long change = commit(new ResolvedGroup(
                at,
                List.copyOf(versions.values()),
                found.byRecord(),
                reclustered.identification(),
                reclustered.doubts(),
                evidenceSearch.model(),
                audit));
        index.apply(records.values(), found.comparable(), change);
        return outcomes;
    }

    private long commit(ResolvedGroup group) {
        try {
            return store.commit(group);
        } catch (RuntimeException e) {
            index.doubt();
            throw e;
        }
    }

    private static String action(IncomingRecord incoming, NewVersion version) {
        return incoming.removal() ? "delete" : version.record().version() == 1 ? "create" : "update";
    }
}
