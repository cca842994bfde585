package org.hms.registry.patient;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everyone whom a change to some records can concern: those tied to them by evidence that could link, by a decision, or
 * by belonging to the same person today, and so on until nobody new is found.
 */
final class Neighbourhood {

    private final PatientStore store;
    private final double linkWeight;
    private final Set<String> records = new TreeSet<>();
    private final Map<String, String> membership = new HashMap<>();
    private final Set<Decision> decisions = new LinkedHashSet<>();
    private final Ruling ruling;
    private final Map<String, LinkEvidence> fresh;
    private final Set<String> outdated;
    private final Changed changed;
    private final Map<String, String> replacedBy = new HashMap<>();

    /**
     * @param outdated the records whose stored evidence is of a former version
     * @param fresh the evidence that takes its place, by {@link #pair}
     * @param ruling the act, if any, that is about to be written
     * @param changed the records whose stored word on what replaces them is of a former version
     */
    Neighbourhood(
            PatientStore store,
            double linkWeight,
            Set<String> outdated,
            Map<String, LinkEvidence> fresh,
            Ruling ruling,
            Changed changed) {
        this.changed = changed;
        this.store = store;
        this.linkWeight = linkWeight;
        this.outdated = outdated;
        this.fresh = fresh;
        this.ruling = ruling;
        this.decisions.addAll(ruling.decisions());
    }

    static String pair(String left, String right) {
        return left.compareTo(right) < 0 ? left + ' ' + right : right + ' ' + left;
    }

    Neighbourhood growFrom(Set<String> seeds) {
        Set<String> frontier = new HashSet<>(seeds);
        while (!frontier.isEmpty()) {
            records.addAll(frontier);
            var next = new HashSet<String>();
            fresh.values().stream()
                    .filter(evidence -> evidence.score().weight() >= linkWeight)
                    .filter(evidence -> records.contains(evidence.left()) || records.contains(evidence.right()))
                    .forEach(evidence -> next.addAll(List.of(evidence.left(), evidence.right())));
            // Outdated evidence included: whom a record no longer concerns is free to belong elsewhere.
            var known = changed.known(frontier);
            if (!known.isEmpty()) {
                store.evidenceTouching(known, linkWeight)
                        .forEach(evidence -> next.addAll(List.of(evidence.left(), evidence.right())));
                for (var decision : store.decisionsTouching(known)) {
                    decisions.add(decision);
                    next.addAll(List.of(decision.left(), decision.right()));
                }
                next.addAll(householdOf(known));
            }
            next.addAll(replacementsOf(frontier, known));
            next.removeAll(records);
            frontier = next;
        }
        return this;
    }

    private Set<String> householdOf(Collection<String> frontier) {
        var eids = store.membership(frontier);
        membership.putAll(eids);
        var together = new HashSet<String>();
        store.members(new HashSet<>(eids.values())).forEach((eid, members) -> together.addAll(members));
        return together;
    }

    /** Records that took the place of others, and those whose place they took. */
    private Set<String> replacementsOf(Collection<String> frontier, Collection<String> known) {
        var stated = new HashMap<String, String>();
        if (!known.isEmpty()) {
            stated.putAll(store.replacementsTouching(known));
        }
        stated.keySet().removeAll(changed.records().keySet());
        changed.records().values().forEach(record -> {
            var target = record.replacedBy();
            if (target != null && (frontier.contains(record.id()) || frontier.contains(target))) {
                stated.put(record.id(), target);
            }
        });
        replacedBy.putAll(stated);
        var touched = new HashSet<>(stated.keySet());
        touched.addAll(stated.values());
        return touched;
    }

    /** As the sources say, and no decision gainsays. */
    Replacements replacements(Collection<Decision> heeded) {
        return new Replacements(replacedBy, heeded);
    }

    boolean current(LinkEvidence evidence) {
        return !outdated.contains(evidence.left()) && !outdated.contains(evidence.right());
    }

    Set<String> outdated() {
        return outdated;
    }

    Set<String> records() {
        return records;
    }

    /** The person each record belonged to before. */
    Map<String, String> membership() {
        return membership;
    }

    /** The decisions that count once the ruling is written. */
    List<Decision> decisions() {
        return decisions.stream().filter(ruling::countsStill).toList();
    }

    /** Evidence within the neighbourhood: fresh where there is some, stored where nothing has changed. */
    Map<String, LinkEvidence> evidence() {
        var evidence = new HashMap<String, LinkEvidence>();
        var known = changed.known(records);
        if (known.size() > 1) {
            store.evidenceWithin(known).stream()
                    .filter(this::current)
                    .forEach(stored -> evidence.put(pair(stored.left(), stored.right()), stored));
        }
        fresh.values().stream()
                .filter(one -> records.contains(one.left()) && records.contains(one.right()))
                .forEach(one -> evidence.put(pair(one.left(), one.right()), one));
        return evidence;
    }
}
