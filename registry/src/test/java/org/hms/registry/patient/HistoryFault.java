package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.hms.registry.patient.HistoryOperation.Done;
import org.hms.registry.patient.HistoryOperation.Feed;
import org.hms.registry.patient.HistoryOperation.Refused;
import org.hms.registry.patient.HistoryOperation.State;
import org.hms.registry.patient.HistoryOperation.Stored;
import org.hms.registry.patient.StoredHistory.Ruled;
import org.hms.registry.patient.StoredHistory.Stay;
import org.hms.registry.patient.StoredHistory.Version;

/** What may go wrong with a registry, each planted in a sound history; the check has to find it under its name. */
enum HistoryFault {
    LOST_VERSION("acknowledged-version-lost", (history, kept) -> last(kept).pollLastEntry()),
    LOST_FIRST_VERSION("version-skipped", (history, kept) -> last(kept).pollFirstEntry()),
    LOST_UPDATE("acknowledged-content-lost", (history, kept) -> {
        var versions = last(kept);
        var former = versions.get(versions.lastKey() - 1);
        versions.put(
                versions.lastKey(),
                version(former.content(), versions.lastEntry().getValue()));
    }),
    DOUBLED_VERSION("version-of-nobody", (history, kept) -> {
        var versions = last(kept);
        var end = versions.lastEntry().getValue();
        versions.put(versions.lastKey() + 1, new Version(end.content(), end.change() + 1, end.committed() + 1));
    }),
    SWAPPED_CHANGES("changes-out-of-order", (history, kept) -> {
        var versions = last(kept);
        var one = versions.get(1);
        var two = versions.get(2);
        versions.put(1, new Version(one.content(), two.change(), two.committed()));
        versions.put(2, new Version(two.content(), one.change(), one.committed()));
    }),
    ONE_VERSION_FOR_TWO("version-acknowledged-twice", (history, kept) -> {
        var one = HistoryOperation.written(history).getLast();
        history.add(new HistoryOperation(one.feed(), one.stored(), one.asked(), one.answered()));
    }),
    OLD_WORD_WINS("later-word-has-smaller-version", (history, kept) -> {
        int at = find(
                history,
                one -> one.reply() instanceof Stored(int version, String eid, boolean changed)
                        && changed
                        && version > 3);
        var one = history.get(at);
        history.set(at, new HistoryOperation(one.call(), one.reply(), 1, 2));
    }),
    IF_MATCH_IGNORED(
            "if-match-not-kept",
            (history, kept) -> replaceFeed(
                    history,
                    one -> one.reply() instanceof Stored(int version, String eid, boolean changed)
                            && changed
                            && version > 3,
                    feed -> new Feed(feed.record(), feed.content(), 1))),
    IF_MATCH_REFUSED_WRONGLY("refused-without-cause", (history, kept) -> {
        var newest = HistoryOperation.written(history).stream()
                .max((a, b) -> Integer.compare(a.stored().version(), b.stored().version()))
                .orElseThrow();
        var record = newest.feed().record();
        int version = last(kept, record).lastKey();
        history.add(new HistoryOperation(
                new Feed(record, "new", version),
                new Refused("OTHER_VERSION"),
                Long.MAX_VALUE - 2,
                Long.MAX_VALUE - 1));
    }),
    REFUSED_FOR_NOTHING("refused-without-cause", (history, kept) -> {
        var feed = HistoryOperation.written(history).getFirst().feed();
        history.add(new HistoryOperation(new Feed(feed.record(), "new", null), new Refused("OTHER_VERSION"), 1, 2));
    }),
    NEWS_TAKEN_FOR_OLD("unchanged-though-other-content", (history, kept) -> {
        var one = HistoryOperation.written(history).getLast();
        var unchanged = new Stored(one.stored().version(), one.stored().eid(), false);
        history.add(new HistoryOperation(
                new Feed(one.feed().record(), "other", null), unchanged, one.asked(), one.answered()));
    }),
    ANSWER_FROM_THE_PAST("unchanged-from-another-time", (history, kept) -> {
        var one = HistoryOperation.written(history).stream()
                .filter(written -> last(kept, written.feed().record())
                        .containsKey(written.stored().version() + 1))
                .findFirst()
                .orElseThrow();
        var unchanged = new Stored(one.stored().version(), one.stored().eid(), false);
        history.add(new HistoryOperation(one.feed(), unchanged, Long.MAX_VALUE - 2, Long.MAX_VALUE - 1));
    }),
    ANOTHER_PERSON_ANSWERED("answered-with-another-person", (history, kept) -> {
        int at = find(
                history, one -> one.reply() instanceof Stored(int version, String eid, boolean changed) && changed);
        var one = history.get(at);
        var version = ((Stored) one.reply()).version();
        history.set(at, new HistoryOperation(one.call(), new Stored(version, "X", true), one.asked(), one.answered()));
    }),
    NO_PERSON(
            "record-of-nobody",
            (history, kept) -> kept.stays().values().iterator().next().clear()),
    PERSON_LEFT("record-of-nobody", (history, kept) -> {
        var stays = kept.stays().values().iterator().next();
        var end = stays.removeLast();
        stays.add(new Stay(end.eid(), end.from(), end.from() + 1));
    }),
    TIME_WITHOUT_PERSON("record-of-nobody", (history, kept) -> {
        var stays = moved(kept);
        var first = stays.getFirst();
        stays.set(0, new Stay(first.eid(), first.from(), first.until() - 1));
    }),
    TWO_PERSONS("record-of-two-persons", (history, kept) -> {
        var stays = moved(kept);
        var first = stays.getFirst();
        stays.set(0, new Stay(first.eid(), first.from(), first.until() + 1));
    }),
    ID_OF_ANOTHER("id-used-for-another-person", (history, kept) -> {
        var two = kept.stays().values().iterator();
        var first = two.next();
        var second = two.next();
        long since = first.getFirst().from();
        first.clear();
        first.add(new Stay("P", since, since + 1));
        first.add(new Stay("Q", since + 1, Long.MAX_VALUE));
        second.clear();
        second.add(new Stay("P", since + 2, Long.MAX_VALUE));
    }),
    PARTED_THOUGH_ONE("decided-one-but-two", (history, kept) -> flip(kept, false)),
    JOINED_THOUGH_TWO("decided-two-but-one", (history, kept) -> flip(kept, true)),
    LOST_ACT(
            "acts-lost-or-doubled",
            (history, kept) ->
                    kept.acts().remove(kept.acts().keySet().iterator().next())),
    ACT_OF_NOBODY("acts-lost-or-doubled", (history, kept) -> kept.acts().put(-1L, "APPLIED")),
    ACT_STILL_COUNTS("act-in-another-state", (history, kept) -> {
        int at = find(history, one -> one.reply() instanceof Done && !(one.call() instanceof State));
        kept.acts().put(((Done) history.get(at).reply()).act(), "APPLIED");
    });

    /** A history and what was kept of it, with one fault in them. */
    record Spoilt(List<HistoryOperation> history, StoredHistory stored) {}

    private final String breach;
    private final BiConsumer<List<HistoryOperation>, StoredHistory> fault;

    HistoryFault(String breach, BiConsumer<List<HistoryOperation>, StoredHistory> fault) {
        this.breach = breach;
        this.fault = fault;
    }

    String breach() {
        return breach;
    }

    Spoilt plantedIn(List<HistoryOperation> history, StoredHistory stored) {
        var versions = new HashMap<String, TreeMap<Integer, Version>>();
        stored.versions().forEach((record, all) -> versions.put(record, new TreeMap<>(all)));
        var stays = new HashMap<String, List<Stay>>();
        stored.stays().forEach((record, all) -> stays.put(record, new ArrayList<>(all)));
        var spoilt = new Spoilt(
                new ArrayList<>(history),
                new StoredHistory(versions, stays, new ArrayList<>(stored.decisions()), new HashMap<>(stored.acts())));
        fault.accept(spoilt.history(), spoilt.stored());
        return spoilt;
    }

    private static Version version(String content, Version of) {
        return new Version(content, of.change(), of.committed());
    }

    /** The versions of some record that has several. */
    private static TreeMap<Integer, Version> last(StoredHistory kept) {
        return kept.versions().values().stream()
                .filter(versions -> versions.size() > 3)
                .findFirst()
                .orElseThrow();
    }

    private static TreeMap<Integer, Version> last(StoredHistory kept, String record) {
        return kept.versions().getOrDefault(record, new TreeMap<>());
    }

    /** The stays of a record that went from a person whom nobody was left with. */
    private static List<Stay> moved(StoredHistory kept) {
        Map<String, List<Stay>> all = kept.stays();
        return all.values().stream()
                .filter(stays -> stays.size() > 1
                        && stays.get(1).from() > stays.getFirst().from() + 2)
                .findFirst()
                .orElseThrow();
    }

    private static int find(List<HistoryOperation> history, Predicate<HistoryOperation> wanted) {
        for (int i = 0; i < history.size(); i++) {
            if (wanted.test(history.get(i))) {
                return i;
            }
        }
        throw new IllegalStateException("Nothing like it in the history");
    }

    private interface Change {
        Feed of(Feed feed);
    }

    private static void replaceFeed(List<HistoryOperation> history, Predicate<HistoryOperation> wanted, Change change) {
        int at = find(history, wanted);
        var one = history.get(at);
        history.set(at, new HistoryOperation(change.of((Feed) one.call()), one.reply(), one.asked(), one.answered()));
    }

    /** A decision that counted for some time says the opposite of what was done. */
    private static void flip(StoredHistory kept, boolean together) {
        int at = 0;
        while (kept.decisions().get(at).together() != together
                || kept.decisions().get(at).until() <= kept.decisions().get(at).from()) {
            at++;
        }
        var one = kept.decisions().get(at);
        kept.decisions().set(at, new Ruled(one.left(), one.right(), !together, one.from(), one.until()));
    }
}
