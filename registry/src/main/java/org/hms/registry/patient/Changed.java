package org.hms.registry.patient;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Records whose newest version is not written yet or is to be resolved anew.
 *
 * @param born those that are not stored at all, so that nothing stored can say anything of them
 */
record Changed(Map<String, SourceRecord> records, Set<String> born) {

    static final Changed NOTHING = new Changed(Map.of(), Set.of());

    static Changed newVersions(Map<String, SourceRecord> records) {
        var born = records.values().stream()
                .filter(record -> record.version() == 1)
                .map(SourceRecord::id)
                .collect(Collectors.toSet());
        return new Changed(records, born);
    }

    static Changed stored(Map<String, SourceRecord> records) {
        return new Changed(records, Set.of());
    }

    boolean has(String id) {
        return records.containsKey(id);
    }

    /** Those of whom something may be stored. */
    Set<String> known(Collection<String> ids) {
        var known = new TreeSet<>(ids);
        known.removeAll(born);
        return known;
    }
}
