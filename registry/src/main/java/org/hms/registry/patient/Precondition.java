package org.hms.registry.patient;

import java.util.Set;
import org.hms.registry.patient.FeedRefused.Reason;
import org.jspecify.annotations.Nullable;

/** What a sender requires of the record as it stands before its own version is taken; the one writer looks, so nobody comes between. */
public sealed interface Precondition {

    Precondition NONE = new None();

    /** Nothing is required. */
    record None() implements Precondition {}

    /** The record is not there yet. */
    record Absent() implements Precondition {}

    /** The record is there, in whatever version. */
    record Present() implements Precondition {}

    /** The record stands in one of these versions. */
    record InVersion(Set<Integer> versions) implements Precondition {
        public InVersion {
            versions = Set.copyOf(versions);
        }
    }

    /** A record that was replaced stays so: a feed that forbids to take a merge back. */
    record StaysReplaced() implements Precondition {}

    /** Throws {@link FeedRefused} when the record as it stands is not as required. */
    static void require(IncomingRecord incoming, @Nullable SourceRecord current) {
        switch (incoming.precondition()) {
            case None _ -> {}
            case Absent _ -> {
                if (current != null) {
                    throw new FeedRefused(Reason.EXISTS, "The record is there already");
                }
            }
            case Present _ -> {
                if (current == null) {
                    throw new FeedRefused(Reason.OTHER_VERSION, "There is no record yet");
                }
            }
            case InVersion(var versions) -> {
                if (current == null || !versions.contains(current.version())) {
                    throw new FeedRefused(Reason.OTHER_VERSION, "The record has changed since the version in If-Match");
                }
            }
            case StaysReplaced _ -> {
                if (current != null && current.replacedBy() != null && incoming.replacedBy() == null) {
                    throw new FeedRefused(Reason.UNMERGE, "A merge is not taken back by this transaction");
                }
            }
        }
    }
}
