package org.hms.registry.notify;

import java.util.ArrayList;
import java.util.List;
import org.hms.registry.change.Change;
import org.hms.registry.change.ChangeLog;
import org.hms.registry.notify.PersonEvent.Numbers;

/**
 * A stretch of the change log: the rows asked for, with the head of the transaction that the first of them belongs to and the
 * rest of that of the last. All rows of a transaction bear the same instant and stand together, since numbers are given under
 * one lock (ADR-0003).
 */
record ChangeWindow(List<Change> head, List<Change> rows, List<Change> rest) {

    private static final int STEP = 1_000;

    ChangeWindow {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
        rest = List.copyOf(rest);
    }

    static ChangeWindow read(ChangeLog log, long since, int limit) {
        var rows = log.since(since, limit);
        if (rows.isEmpty()) {
            return new ChangeWindow(List.of(), List.of(), List.of());
        }
        return new ChangeWindow(head(log, rows.getFirst()), rows, rows.size() < limit ? List.of() : rest(log, rows));
    }

    private static List<Change> head(ChangeLog log, Change first) {
        var head = new ArrayList<Change>();
        long before = first.number() - 1;
        boolean more = before > 0;
        for (int step = 1; more; step = STEP) {
            var earlier = log.since(Math.max(0, before - step), (int) Math.min(step, before))
                    .reversed();
            var same = earlier.stream()
                    .takeWhile(change -> change.at().equals(first.at()))
                    .toList();
            same.forEach(head::addFirst);
            before -= same.size();
            more = same.size() == earlier.size() && before > 0;
        }
        return head;
    }

    private static List<Change> rest(ChangeLog log, List<Change> rows) {
        var rest = new ArrayList<Change>();
        var last = rows.getLast();
        long known = last.number();
        boolean more = true;
        while (more) {
            var next = log.since(known, STEP);
            var same = next.stream()
                    .takeWhile(change -> change.at().equals(last.at()))
                    .toList();
            rest.addAll(same);
            more = same.size() == STEP;
            known += same.size();
        }
        return rest;
    }

    List<Change> all() {
        var all = new ArrayList<>(head);
        all.addAll(rows);
        all.addAll(rest);
        return all;
    }

    /** The number at which the first transaction begins. */
    long first() {
        return head.isEmpty() ? rows.getFirst().number() : head.getFirst().number();
    }

    /** The number at which the last transaction ends. */
    long end() {
        return rest.isEmpty() ? rows.getLast().number() : rest.getLast().number();
    }

    /** A transaction's numbers with its rows. */
    record Transaction(Numbers numbers, List<Change> rows) {}

    List<Transaction> transactions() {
        var transactions = new ArrayList<Transaction>();
        var current = new ArrayList<Change>();
        for (var change : all()) {
            if (!current.isEmpty() && !current.getLast().at().equals(change.at())) {
                transactions.add(transaction(current));
                current = new ArrayList<>();
            }
            current.add(change);
        }
        if (!current.isEmpty()) {
            transactions.add(transaction(current));
        }
        return transactions;
    }

    private static Transaction transaction(List<Change> rows) {
        return new Transaction(
                new Numbers(rows.getFirst().number(), rows.getLast().number()), List.copyOf(rows));
    }
}
