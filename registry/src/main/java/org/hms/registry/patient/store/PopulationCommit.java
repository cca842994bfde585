package org.hms.registry.patient.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hms.registry.audit.store.JdbiAuditTrail;
import org.hms.registry.change.store.JdbiChangeLog;
import org.hms.registry.patient.GoldenRecord;
import org.hms.registry.patient.ResolvedGroup;
import org.hms.registry.patient.ResolvedGroup.NewVersion;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Handle;

/**
 * The one transaction of a part of a population: the rows that {@link GroupCommit} would write of it, all of them new, into
 * tables whose keys are away. Review tasks follow from the evidence when all is in.
 */
final class PopulationCommit {

    /** The tables that are filled, whose keys can be away meanwhile. */
    static final List<String> TABLES = List.of(
            "change",
            "audit_entry",
            "patient_record",
            "patient_record_version",
            "patient_identifier",
            "evidence",
            "person",
            "golden_record",
            "membership",
            "person_search",
            "record_quality");

    private final Handle transaction;
    private final ResolvedGroup group;
    private final Map<String, Long> changeOf = new HashMap<>();
    private final NewRows rows;
    private long lastChange;

    PopulationCommit(Handle transaction, ResolvedGroup group, StoredJson json) {
        this.transaction = transaction;
        this.group = group;
        this.rows = new NewRows(transaction, json, changeOf);
    }

    long write(CommitHook.All hooks, WrittenWords words) {
        writeChanges();
        writeIdentities();
        var golden = group.identification().golden();
        new PersonProjection(transaction, rows, words).write(golden, eids(golden));
        JdbiAuditTrail.append(transaction, group.audit());
        hooks.loaded(transaction, group);
        return lastChange;
    }

    private void writeChanges() {
        var entries = new ArrayList<JdbiChangeLog.Entry>();
        for (var version : group.versions()) {
            entries.add(new JdbiChangeLog.Entry(
                    "created", "PatientRecord", version.record().id()));
        }
        for (var golden : group.identification().golden()) {
            entries.add(new JdbiChangeLog.Entry("created", "Person", golden.eid()));
        }
        long first = JdbiChangeLog.append(transaction, group.at(), entries);
        for (int i = 0; i < entries.size(); i++) {
            changeOf.put(entries.get(i).subjectId(), first + i);
        }
        lastChange = first + entries.size() - 1;
    }

    private void writeIdentities() {
        var identification = group.identification();
        var records = group.versions().stream().map(NewVersion::record).toList();
        rows.records(records);
        rows.identifiers(records);
        rows.versions(group.versions());
        rows.evidence(group.evidence().values(), group.model(), lastChange);
        rows.persons(eids(identification.golden()));
        rows.golden(identification.golden());
        rows.memberships(identification.moves(), lastChange);
    }

    private static Set<String> eids(Collection<GoldenRecord> persons) {
        return persons.stream().map(GoldenRecord::eid).collect(Collectors.toSet());
    }
}
