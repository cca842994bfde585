package org.hms.registry.patient;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one client asked and what it was answered, with the time between, in nanoseconds of one clock. A client that was refused
 * knows that nothing of it was written.
 */
record HistoryOperation(Call call, Reply reply, long asked, long answered) {

    sealed interface Call {}

    /** @param expected the version the client required, as If-Match does */
    record Feed(String record, String content, @Nullable Integer expected) implements Call {}

    record State(Intent intent) implements Call {}

    record Withdraw(long act) implements Call {}

    sealed interface Reply {}

    record Stored(int version, String eid, boolean changed) implements Reply {}

    record Done(long act) implements Reply {}

    record Refused(String reason) implements Reply {}

    /** One feed that wrote a version. */
    record Written(Feed feed, Stored stored, long asked, long answered) {}

    static List<Written> written(List<HistoryOperation> history) {
        return history.stream()
                .filter(one -> one.call() instanceof Feed
                        && one.reply() instanceof Stored(int version, String eid, boolean changed)
                        && changed)
                .map(one -> new Written((Feed) one.call(), (Stored) one.reply(), one.asked(), one.answered()))
                .toList();
    }
}
