package org.hms.registry.patient.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.hms.matching.person.Demographics;
import org.hms.registry.patient.GoldenRecord.GoldenValue;
import org.hms.registry.patient.LinkEvidence;
import org.hms.registry.patient.Person;
import org.hms.registry.patient.PersonHistory;
import org.hms.registry.patient.PersonMarks;
import org.hms.registry.patient.RecordKey;
import org.hms.registry.patient.SourceRecord;

/** A person as the API shows one. {@code askedFor} differs from {@code eid} when the id asked for was merged. */
public record PersonView(
        String eid,
        String askedFor,
        GoldenView golden,
        PersonMarks.Mark mark,
        List<MemberView> members,
        List<EvidenceView> evidence,
        PersonHistory history) {

    /** The golden record with the source of each value. */
    public record GoldenView(int version, Instant at, Demographics demographics, List<GoldenValue> provenance) {}

    /** A source record. */
    public record MemberView(
            String recordId,
            String source,
            RecordKey key,
            int version,
            boolean active,
            Instant receivedAt,
            Demographics demographics) {
        static MemberView of(SourceRecord record) {
            return new MemberView(
                    record.id(),
                    record.source(),
                    record.key(),
                    record.version(),
                    record.active(),
                    record.receivedAt(),
                    record.demographics());
        }
    }

    /** What ties two records, or holds them apart; {@code within} tells whether both belong to this person. */
    public record EvidenceView(boolean within, LinkEvidence pair) {}

    static PersonView of(
            String askedFor, Person person, PersonMarks.Mark mark, List<LinkEvidence> evidence, PersonHistory history) {
        var members = person.members().stream().map(SourceRecord::id).collect(Collectors.toSet());
        var golden = person.golden();
        return new PersonView(
                golden.eid(),
                askedFor,
                new GoldenView(golden.version(), golden.at(), golden.demographics(), golden.provenance()),
                mark,
                person.members().stream().map(MemberView::of).toList(),
                evidence.stream()
                        .map(pair ->
                                new EvidenceView(members.contains(pair.left()) && members.contains(pair.right()), pair))
                        .toList(),
                history);
    }
}
