package org.hms.registry.patient;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Where the patient index is kept. Everything a resolution changes is written by one {@link #commit}. */
public interface PatientStore extends EndedPersons {

    List<SourceSystem> sources();

    /** Adds a source system or changes the one of that id, unless {@link #replaceSource} has had the last word on it. */
    void put(SourceSystem source);

    /** Adds a source system or changes the one of that id; from then on {@link #put} leaves it alone. */
    void replaceSource(SourceSystem source);

    /** The identifier systems under which a source has records. */
    List<String> systemsOfRecords(String source);

    Map<RecordKey, SourceRecord> findRecords(Collection<RecordKey> keys);

    Map<String, SourceRecord> getRecords(Collection<String> recordIds);

    /** The content of one version as it was received. */
    Optional<String> findContent(String recordId, int version);

    /** Evidence of weight {@code weight} or more that touches one of the records, and all that a decision binds to them. */
    List<LinkEvidence> evidenceTouching(Collection<String> recordIds, double weight);

    /** All evidence kept between records of the collection. */
    List<LinkEvidence> evidenceWithin(Collection<String> recordIds);

    List<Decision> decisionsTouching(Collection<String> recordIds);

    /** The ids that records would have without decisions, of those who have another. */
    Map<String, String> homes(Collection<String> recordIds);

    /** What acts that count say of these records. */
    List<GoldenMark> marks(Collection<String> recordIds);

    /** Those of the persons of whom a record is tagged confidential. */
    Set<String> confidential(Collection<String> eids);
    /** Which of these records were replaced, and which replaced others, as current versions say: replaced to replacing. */
    Map<String, String> replacementsTouching(Collection<String> recordIds);

    /** The person each record belongs to now. */
    Map<String, String> membership(Collection<String> recordIds);

    /** The records that belong to these persons now. */
    Map<String, List<String>> members(Collection<String> eids);

    Map<String, GoldenRecord> goldenRecords(Collection<String> eids);

    /**
     * Makes this process the one that decides identity. Whoever did before is shut out: its commits fail from now on, so two
     * registries on one database never decide side by side.
     */
    void claimIdentity();

    /** Writes all of it in one transaction, or nothing, and returns the number of the last change. */
    long commit(ResolvedGroup group);

    /** The number of the newest change of a record, 0 when there is none. */
    long lastRecordChange();

    /** Hands every record to the consumer, in the order of their ids. */
    void eachRecord(Consumer<SourceRecord> consumer);

    /** Hands over each record that changed after a change number. */
    void eachRecordChangedSince(long change, Consumer<SourceRecord> consumer);

    /** The records that carry an identifier; only active ones. */
    List<SourceRecord> recordsWithIdentifier(String system, String value);

    /** Whether any record, of whatever source, carries an identifier of this system. */
    boolean knowsIdentifierSystem(String system);

    /** The living person that an enterprise id leads to, through all merges. */
    Optional<String> resolve(String eid);

    Optional<PersonHistory> findHistory(String eid);
}
