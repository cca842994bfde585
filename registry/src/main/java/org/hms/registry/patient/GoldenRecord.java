package org.hms.registry.patient;

import java.time.Instant;
import java.util.List;
import org.hms.matching.person.Demographics;

/** The best of what the sources say of one person; computed from the members, never edited by hand. */
public record GoldenRecord(
        String eid, int version, Demographics demographics, List<GoldenValue> provenance, Instant at) {
    public GoldenRecord {
        provenance = List.copyOf(provenance);
    }

    /** Where one value comes from: the record, its version, and the rule that chose it. */
    public record GoldenValue(String field, String sourceRecord, int recordVersion, String rule) {}

    /** Whether what it says is kept from who asks: then it does not say either where it comes from. */
    public boolean masked() {
        return provenance.isEmpty();
    }

    boolean saysTheSameAs(GoldenRecord other) {
        return demographics.equals(other.demographics) && provenance.equals(other.provenance);
    }
}
