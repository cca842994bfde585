package org.hms.rules.survivorship;

/** A claim among the others of its field, with the number of records that claim the same value. */
public record Rival(
        String field, int rank, boolean verified, long recordedAt, int support, String order, ClaimedValue claim) {

    static Rival of(ClaimedValue claim, int support) {
        // What remains equal is decided by the value, then by the record: any order will do that is always the same.
        var order = claim.value() + '\n' + claim.sourceRecord() + '\n' + String.format("%09d", claim.version());
        return new Rival(
                claim.field(),
                claim.authorityRank(),
                claim.verified(),
                claim.recordedAt().toEpochMilli(),
                support,
                order,
                claim);
    }

    /** For the rules: whether this one's place in the order of last resort is before the other's. */
    public boolean isBefore(Rival other) {
        return order.compareTo(other.order) < 0;
    }
}
