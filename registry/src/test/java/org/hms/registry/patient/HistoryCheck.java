package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hms.registry.patient.HistoryOperation.Done;
import org.hms.registry.patient.HistoryOperation.Feed;
import org.hms.registry.patient.HistoryOperation.Refused;
import org.hms.registry.patient.HistoryOperation.State;
import org.hms.registry.patient.HistoryOperation.Stored;
import org.hms.registry.patient.HistoryOperation.Withdraw;
import org.hms.registry.patient.HistoryOperation.Written;
import org.hms.registry.patient.StoredHistory.Ruled;
import org.hms.registry.patient.StoredHistory.Stay;
import org.jspecify.annotations.Nullable;

/**
 * Whether what clients were told and what the registry kept can both be true: each acknowledged word kept once, in an order that
 * each client could have seen, and nobody in two places. It shares no code with what it checks.
 */
final class HistoryCheck {

    private static final long NEVER = Long.MAX_VALUE;

    private final List<HistoryOperation> history;
    private final StoredHistory stored;
    private final Map<String, TreeMap<Integer, Written>> writers = new HashMap<>();
    private final Set<String> breaches = new TreeSet<>();

    private HistoryCheck(List<HistoryOperation> history, StoredHistory stored) {
        this.history = history;
        this.stored = stored;
    }

    /** The names of what is broken, each with one example; none in a sound history. */
    static Set<String> breaches(List<HistoryOperation> history, StoredHistory stored) {
        var check = new HistoryCheck(history, stored);
        check.versions();
        check.answers();
        check.realTime();
        check.stays();
        check.idsOfOthers();
        stored.decisions().forEach(check::decision);
        check.acts();
        return check.breaches;
    }

    private void breach(String name, Object example) {
        if (breaches.stream().noneMatch(known -> known.startsWith(name))) {
            breaches.add(name + ": " + example);
        }
    }

    /** Every version was written by one client, as it was told, and every client's word is a version. */
    private void versions() {
        for (var one : HistoryOperation.written(history)) {
            var former = writers.computeIfAbsent(one.feed().record(), any -> new TreeMap<>())
                    .put(one.stored().version(), one);
            if (former != null) {
                breach("version-acknowledged-twice", one);
            }
            var version = versionOf(one.feed().record(), one.stored().version());
            if (version == null) {
                breach("acknowledged-version-lost", one);
            } else if (!version.content().equals(one.feed().content())) {
                breach("acknowledged-content-lost", one);
            }
        }
        stored.versions().forEach((record, versions) -> {
            long change = 0;
            int next = 1;
            for (var version : versions.entrySet()) {
                if (version.getKey() != next++) {
                    breach("version-skipped", record);
                }
                if (version.getValue().change() <= change) {
                    breach("changes-out-of-order", record);
                }
                change = version.getValue().change();
                if (writer(record, version.getKey()) == null) {
                    breach("version-of-nobody", record);
                }
            }
        });
    }

    private StoredHistory.@Nullable Version versionOf(String record, int version) {
        return stored.versions().getOrDefault(record, new TreeMap<>()).get(version);
    }

    private @Nullable Written writer(String record, int version) {
        return writers.getOrDefault(record, new TreeMap<>()).get(version);
    }

    private void answers() {
        for (var one : history) {
            if (!(one.call() instanceof Feed feed)) {
                continue;
            }
            switch (one.reply()) {
                case Stored answer -> accepted(one, feed, answer);
                case Refused(var reason) -> {
                    if (feed.expected() == null || stoodAllTheTime(feed.record(), feed.expected(), one)) {
                        breach("refused-without-cause", reason + " " + feed);
                    }
                }
                case Done _ -> breach("answer-of-another-kind", feed);
            }
        }
    }

    private void accepted(HistoryOperation one, Feed feed, Stored answer) {
        if (feed.expected() != null && answer.version() != feed.expected() + (answer.changed() ? 1 : 0)) {
            breach("if-match-not-kept", one);
        }
        var version = versionOf(feed.record(), answer.version());
        if (version == null) {
            return;
        }
        if (!answer.changed()) {
            if (!version.content().equals(feed.content())) {
                breach("unchanged-though-other-content", one);
            }
            if (neverStood(feed.record(), answer.version(), one)) {
                breach("unchanged-from-another-time", one);
            }
        } else if (!answer.eid().equals(eidAt(feed.record(), version.committed()))) {
            breach("answered-with-another-person", one);
        }
    }

    /** The version was there before the question and none followed until the answer. */
    private boolean stoodAllTheTime(String record, int version, HistoryOperation one) {
        var writer = writer(record, version);
        var next = writer(record, version + 1);
        return writer != null && writer.answered() < one.asked() && (next == null || next.asked() > one.answered());
    }

    private boolean neverStood(String record, int version, HistoryOperation one) {
        var writer = writer(record, version);
        var next = writer(record, version + 1);
        return writer != null && writer.asked() > one.answered() || next != null && next.answered() < one.asked();
    }

    /** What was answered before something else was asked has the smaller version. */
    private void realTime() {
        writers.forEach((record, versions) -> {
            long earliestLater = NEVER;
            for (var one : versions.descendingMap().values()) {
                if (one.asked() > earliestLater) {
                    breach("later-word-has-smaller-version", record);
                }
                earliestLater = Math.min(earliestLater, one.answered());
            }
        });
    }

    /** From its first version on each record is of one person, at every change. */
    private void stays() {
        stored.versions().forEach((record, versions) -> {
            var stays = stored.stays().getOrDefault(record, List.of());
            if (stays.isEmpty()) {
                breach("record-of-nobody", record);
                return;
            }
            long until = stays.getFirst().from();
            for (var stay : stays) {
                if (stay.from() > until) {
                    breach("record-of-nobody", record);
                } else if (stay.from() < until || stay.until() < stay.from()) {
                    breach("record-of-two-persons", record);
                }
                until = stay.until();
            }
            if (until != NEVER) {
                breach("record-of-nobody", record);
            }
        });
    }

    private @Nullable String eidAt(String record, long change) {
        return stored.stays().getOrDefault(record, List.of()).stream()
                .filter(stay -> stay.from() <= change && change < stay.until())
                .findFirst()
                .map(Stay::eid)
                .orElse(null);
    }

    private record Passing(long at, boolean arrives, String record) {}

    /** An id that nobody had any more comes back only with a record that it ended with. */
    private void idsOfOthers() {
        var passings = new HashMap<String, List<Passing>>();
        stored.stays()
                .forEach((record, stays) -> stays.forEach(stay -> {
                    var ofPerson = passings.computeIfAbsent(stay.eid(), any -> new ArrayList<>());
                    ofPerson.add(new Passing(stay.from(), true, record));
                    ofPerson.add(new Passing(stay.until(), false, record));
                }));
        passings.forEach((eid, ofPerson) -> {
            ofPerson.sort(Comparator.comparingLong(Passing::at));
            Set<String> present = new HashSet<>();
            Set<String> last = Set.of();
            for (int i = 0; i < ofPerson.size(); ) {
                long at = ofPerson.get(i).at();
                Set<String> before = Set.copyOf(present);
                for (; i < ofPerson.size() && ofPerson.get(i).at() == at; i++) {
                    var passing = ofPerson.get(i);
                    if (passing.arrives()) {
                        present.add(passing.record());
                    } else if (staysNot(eid, passing)) {
                        present.remove(passing.record());
                    }
                }
                if (before.isEmpty() && !last.isEmpty() && !present.isEmpty() && Collections.disjoint(present, last)) {
                    breach("id-used-for-another-person", eid + " ended with " + last + ", now of " + present);
                }
                last = present.isEmpty() && !before.isEmpty() ? before : last;
            }
        });
    }

    /** Whether no other stay of the record with the same person begins as this one ends. */
    private boolean staysNot(String eid, Passing leaving) {
        return Objects.requireNonNull(stored.stays().get(leaving.record())).stream()
                .noneMatch(stay -> stay.from() == leaving.at() && stay.eid().equals(eid));
    }

    /** As long as a decision counts, the two are together, or apart. */
    private void decision(Ruled decision) {
        for (var left : stored.stays().getOrDefault(decision.left(), List.of())) {
            for (var right : stored.stays().getOrDefault(decision.right(), List.of())) {
                long from = Math.max(decision.from(), Math.max(left.from(), right.from()));
                long until = Math.min(decision.until(), Math.min(left.until(), right.until()));
                if (from < until && left.eid().equals(right.eid()) != decision.together()) {
                    breach(decision.together() ? "decided-one-but-two" : "decided-two-but-one", decision);
                }
            }
        }
    }

    private void acts() {
        var states = new TreeMap<Long, String>();
        for (var one : history) {
            if (one.reply() instanceof Done(var act)) {
                switch (one.call()) {
                    case State _ -> states.putIfAbsent(act, "APPLIED");
                    case Withdraw _ -> states.put(act, "WITHDRAWN");
                    case Feed _ -> {}
                }
            }
        }
        if (!states.keySet().equals(stored.acts().keySet())) {
            breach(
                    "acts-lost-or-doubled",
                    states.size() + " told, " + stored.acts().size() + " kept");
        }
        states.forEach((act, state) -> {
            if (stored.acts().containsKey(act) && !state.equals(stored.acts().get(act))) {
                breach("act-in-another-state", act);
            }
        });
    }
}
