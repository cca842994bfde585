package org.hms.registry.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hms.registry.access.Caller;
import org.hms.registry.territory.DirectoryEntry;
import org.hms.registry.territory.Published;
import org.jspecify.annotations.Nullable;

/** Where imports of one kind of entry are kept, with each of their rows. */
public interface DirectoryImportStore<T extends DirectoryEntry> {

    /** A row as it is kept. */
    record KeptRow(
            int number,
            String sourceId,
            PlannedRow.Outcome outcome,
            @Nullable String entry,
            int before,
            int after,
            @Nullable String reason,
            Map<String, String> cells) {}

    /** The version in which the newest import that wrote each of these entries, or the undoing of it, left it. */
    Map<String, Integer> versionsLeft(Set<String> entries);

    /** Publishes what the rows say and keeps the import with its rows, in one transaction. */
    DirectoryImport publish(DirectoryImport planned, List<PlannedRow<T>> rows, Caller by, ImportWatch watch);

    /** Publishes what stood before and marks the import as undone, in one transaction. */
    void undo(DirectoryImport undone, List<Published<T>> restored, Instant at, Caller by);

    Optional<DirectoryImport> find(long id);

    /** The newest first. */
    List<DirectoryImport> list(int limit, int offset);

    /** All rows of an import in their order, one by one. */
    void eachRow(long id, Consumer<KeptRow> row);
}
