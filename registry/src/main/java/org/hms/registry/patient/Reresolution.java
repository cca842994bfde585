package org.hms.registry.patient;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.hms.registry.access.Caller;
import org.hms.registry.audit.AuditEntry;

/**
 * Matches records once more that have not changed: after a new model, a new rule or a repair. Their evidence is found anew, and
 * who is whom follows from it; a record's own versions stay as they are.
 */
public final class Reresolution {

    private static final int GROUP_SIZE = 64;

    private final PatientStore store;
    private final Resolver resolver;
    private final EvidenceSearch evidenceSearch;
    private final Reclustering reclustering;
    private final InstantSource clock;

    public Reresolution(
            PatientStore store,
            Resolver resolver,
            EvidenceSearch evidenceSearch,
            Reclustering reclustering,
            InstantSource clock) {
        this.store = store;
        this.resolver = resolver;
        this.evidenceSearch = evidenceSearch;
        this.reclustering = reclustering;
        this.clock = clock;
    }

    /** How many of these records there were and were resolved; feeds go on in between. */
    public int resolve(Collection<String> recordIds, Caller caller) {
        var left = new ArrayList<>(recordIds);
        int resolved = 0;
        try {
            while (!left.isEmpty()) {
                var group = left.subList(0, Math.min(GROUP_SIZE, left.size()));
                var ids = List.copyOf(group);
                group.clear();
                resolved += resolver.submit(() -> resolveGroup(ids, caller)).get();
            }
            return resolved;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while records were being resolved once more", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private int resolveGroup(List<String> ids, Caller caller) {
        Map<String, SourceRecord> records = new LinkedHashMap<>(store.getRecords(ids));
        records.values().removeIf(record -> !record.active());
        if (records.isEmpty()) {
            return 0;
        }
        var found = evidenceSearch.around(records.values());
        var reclustered = reclustering.around(Changed.stored(records), found);
        var at = clock.instant();
        var audit = new AuditEntry(at, caller, "resolve", "Patient", List.copyOf(records.keySet()), "success");
        store.commit(new ResolvedGroup(
                at,
                List.of(),
                found.byRecord(),
                reclustered.identification(),
                reclustered.doubts(),
                evidenceSearch.model(),
                List.of(audit)));
        return records.size();
    }
}
