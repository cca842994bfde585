package org.hms.registry.patient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hms.matching.PersonMatcher;
import org.hms.matching.block.CandidateIndex;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.person.Demographics;
import org.hms.matching.score.MatchModel;
import org.hms.registry.Foundation;
import org.hms.registry.patient.GoldenRecord.GoldenValue;
import org.hms.rules.linkage.LinkagePolicy;

/** What others see of the index: who is whom under which id, what golden records say, what waits for review. */
record IndexState(Map<String, String> memberships, Map<String, Golden> golden, Set<String> openTasks) {

    record Golden(Demographics said, Set<GoldenValue> provenance) {}

    static Map<String, String> memberships(Foundation foundation) {
        var memberships = new TreeMap<String, String>();
        foundation
                .database()
                .jdbi()
                .useHandle(handle -> handle.createQuery("SELECT record_id, eid FROM membership WHERE to_change IS NULL")
                        .map((row, context) -> {
                            memberships.put(row.getString("record_id"), row.getString("eid"));
                            return true;
                        })
                        .list());
        return memberships;
    }

    static TreeSet<String> members(Map<String, String> memberships, String eid) {
        var members = new TreeSet<String>();
        memberships.forEach((record, person) -> {
            if (person.equals(eid)) {
                members.add(record);
            }
        });
        return members;
    }

    static IndexState of(Foundation foundation) {
        var memberships = memberships(foundation);
        var tasks = foundation
                .database()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                            SELECT left_record || ' ' || right_record FROM review_task WHERE open AND second_of IS NULL
                            """).mapTo(String.class).set());
        var golden = new HashMap<String, Golden>();
        foundation
                .patients()
                .goldenRecords(new HashSet<>(memberships.values()))
                .forEach((eid, record) ->
                        golden.put(eid, new Golden(record.demographics(), new HashSet<>(record.provenance()))));
        return new IndexState(memberships, golden, tasks);
    }

    /** The people, whatever their ids. */
    Set<Set<String>> partition() {
        var people = new HashMap<String, Set<String>>();
        memberships.forEach((record, eid) ->
                people.computeIfAbsent(eid, any -> new TreeSet<>()).add(record));
        return new HashSet<>(people.values());
    }

    /** From nothing: all evidence, with these decisions, divided at once. */
    static Set<Set<String>> partition(
            Foundation foundation, Path home, Set<String> records, Collection<Decision> decisions) {
        var evidence = new HashMap<String, LinkEvidence>();
        foundation
                .patients()
                .evidenceWithin(records)
                .forEach(one -> evidence.put(Neighbourhood.pair(one.left(), one.right()), one));
        var matcher = new PersonMatcher(MatchModel.read(Path.of("../config/match-model.yml")));
        var linkage = new Linkage(matcher, new LinkagePolicy());
        var comparable = new HashMap<String, ComparablePerson>();
        foundation.patients().getRecords(records).values().stream()
                .filter(SourceRecord::active)
                .forEach(record -> comparable.put(record.id(), matcher.standardise(record.demographics())));
        try (var nothing = CandidateIndex.open(home.resolve("nothing"), matcher)) {
            return new HashSet<>(new Partitioning(linkage, nothing)
                    .of(records, evidence, decisions, Replacements.NONE, Partitioning.Fresh.of(comparable)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
