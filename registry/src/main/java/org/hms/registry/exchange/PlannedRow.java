package org.hms.registry.exchange;

import java.util.Locale;
import java.util.function.BinaryOperator;
import org.hms.registry.territory.DirectoryEntry;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a row.
 *
 * @param entry the entry, or the part of the territory that the row stands for; absent where it was refused
 * @param before the version that was published before; 0 where there was none
 * @param next how it is published next, of created and revised ones
 * @param reason why it was refused, in Spanish
 */
public record PlannedRow<T extends DirectoryEntry>(
        ListedRow row,
        Outcome outcome,
        @Nullable String entry,
        int before,
        @Nullable T next,
        @Nullable String reason) {

    public enum Outcome {
        CREATED,
        REVISED,
        UNCHANGED,
        /** A part of the territory that is known. */
        AREA,
        REJECTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static <T extends DirectoryEntry> PlannedRow<T> rejected(ListedRow row, String reason) {
        return new PlannedRow<>(row, Outcome.REJECTED, null, 0, null, reason);
    }

    /**
     * Compares three versions: what the list says now, what its source said last, what is published.
     *
     * @param known absent where nothing is published of it
     * @param merging lays what the list says over what its source said before
     * @param overtaken the reason where somebody else has changed it since
     */
    static <T extends DirectoryEntry> PlannedRow<T> decided(
            ListedRow row, T made, @Nullable Known<T> known, BinaryOperator<T> merging, String overtaken) {
        if (known == null) {
            return new PlannedRow<>(row, Outcome.CREATED, made.id(), 0, made, null);
        }
        var current = known.current();
        var left = known.left() == null ? current.content() : known.left();
        var merged = merging.apply(made, left);
        if (merged.equals(current.content()) || merged.equals(left)) {
            return new PlannedRow<>(row, Outcome.UNCHANGED, made.id(), current.version(), null, null);
        }
        return current.content().equals(left)
                ? new PlannedRow<>(row, Outcome.REVISED, made.id(), current.version(), merged, null)
                : rejected(row, overtaken);
    }

    /** The version that it is published as; 0 where nothing is. */
    public int after() {
        return next == null ? 0 : before + 1;
    }
}
