package org.hms.registry.notify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hms.registry.change.Change;
import org.hms.registry.notify.ChangeReads.Move;
import org.hms.registry.notify.ChangeReads.Passage;
import org.hms.registry.notify.ChangeWindow.Transaction;
import org.hms.registry.notify.PersonEvent.Kind;

/** Derives what happened to whom from a stretch of the change log: one event for each person and transaction, in order. */
final class PersonEvents {

    static final String PERSON = "Person";

    private PersonEvents() {}

    static List<PersonEvent> of(ChangeWindow window, List<Move> moves, List<Passage> passages) {
        var movesAt = new TreeMap<Long, List<Move>>();
        moves.forEach(move ->
                movesAt.computeIfAbsent(move.change(), _ -> new ArrayList<>()).add(move));
        var passagesAt = new TreeMap<Long, List<Passage>>();
        passages.forEach(passage -> passagesAt
                .computeIfAbsent(passage.change(), _ -> new ArrayList<>())
                .add(passage));
        var events = new ArrayList<PersonEvent>();
        for (var transaction : window.transactions()) {
            var numbers = transaction.numbers();
            var within = movesAt.subMap(numbers.first(), true, numbers.last(), true);
            var passed = passagesAt.subMap(numbers.first(), true, numbers.last(), true).values().stream()
                    .flatMap(List::stream)
                    .toList();
            events.addAll(inside(transaction, anchors(within), passed));
        }
        return events;
    }

    /** The persons whom records joined or left, each with the change at which that stands. */
    private static Map<String, Long> anchors(Map<Long, List<Move>> moves) {
        var anchors = new TreeMap<String, Long>();
        moves.forEach((change, some) -> some.forEach(move -> {
            anchors.put(move.to(), change);
            if (move.from() != null) {
                anchors.put(move.from(), change);
            }
        }));
        return anchors;
    }

    private static List<PersonEvent> inside(Transaction transaction, Map<String, Long> moved, List<Passage> passages) {
        var rows = new HashMap<String, Change>();
        transaction.rows().stream()
                .filter(change -> change.subjectType().equals(PERSON))
                .forEach(change -> rows.put(change.subjectId(), change));
        var eids = new TreeSet<>(rows.keySet());
        eids.addAll(moved.keySet());
        var events = new ArrayList<PersonEvent>();
        for (var eid : eids) {
            var row = rows.get(eid);
            var change =
                    row == null ? moved.getOrDefault(eid, transaction.numbers().last()) : row.number();
            var kind = kind(eid, row == null ? "" : row.kind(), passages);
            boolean identity = moved.containsKey(eid) || kind == Kind.MERGED || kind == Kind.SPLIT;
            events.add(new PersonEvent(
                    change, transaction.rows().getFirst().at(), eid, kind, identity, transaction.numbers()));
        }
        events.sort(Comparator.comparingLong(PersonEvent::change).thenComparing(PersonEvent::eid));
        return events;
    }

    private static Kind kind(String eid, String row, List<Passage> passages) {
        if (passages.stream().anyMatch(one -> one.whole() && one.from().equals(eid)) || row.equals("merged")) {
            return Kind.MERGED;
        }
        if (passages.stream().anyMatch(one -> one.from().equals(eid))) {
            return Kind.SPLIT;
        }
        return row.equals("created") ? Kind.OPENED : Kind.CHANGED;
    }
}
