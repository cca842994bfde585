package org.hms.registry.territory.store;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hms.registry.territory.DirectoryEntry;
import org.hms.registry.territory.DirectoryType;
import org.hms.registry.territory.NameFolding;
import org.jdbi.v3.core.Handle;

/** Writes the rows by which places are searched, for any kind of entry that is a place. */
public final class PlaceProjection<T extends DirectoryEntry> implements EntryProjection<T> {

    private final Function<T, PlaceRow> toRow;
    private final Function<T, List<DirectoryType>> types;

    public PlaceProjection(Function<T, PlaceRow> toRow, Function<T, List<DirectoryType>> types) {
        this.toRow = toRow;
        this.types = types;
    }

    @Override
    public void write(Handle transaction, List<T> entries) {
        writePlaces(transaction, entries);
        writeTypes(transaction, entries);
    }

    private void writePlaces(Handle transaction, List<T> entries) {
        var batch = transaction.prepareBatch("""
                INSERT INTO place (id, status, located, lies_in, managed_by, latitude, longitude, folded)
                VALUES (:id, :status, :located, :liesIn, :managedBy, :latitude, :longitude, :folded)
                ON CONFLICT (id) DO UPDATE SET status = excluded.status, located = excluded.located,
                    lies_in = excluded.lies_in, managed_by = excluded.managed_by,
                    latitude = excluded.latitude, longitude = excluded.longitude, folded = excluded.folded
                """);
        entries.forEach(entry -> batch.bindMethods(toRow.apply(entry))
                .bind("folded", folded(entry))
                .add());
        batch.execute();
    }

    /** All names, each after a line feed, which no folded name holds. */
    private static String folded(DirectoryEntry entry) {
        return entry.names().stream()
                .map(name -> "\n" + NameFolding.fold(name.text()))
                .collect(Collectors.joining());
    }

    private void writeTypes(Handle transaction, List<T> entries) {
        transaction
                .createUpdate("DELETE FROM place_type WHERE place_id = ANY(:ids)")
                .bindArray(
                        "ids",
                        String.class,
                        entries.stream().map(DirectoryEntry::id).toList())
                .execute();
        var batch = transaction.prepareBatch("""
                INSERT INTO place_type (place_id, system, code) VALUES (:id, :system, :code) ON CONFLICT DO NOTHING
                """);
        for (var entry : entries) {
            types.apply(entry)
                    .forEach(type -> batch.bind("id", entry.id())
                            .bind("system", type.system())
                            .bind("code", type.code())
                            .add());
        }
        EntryCommit.executeIfAny(batch);
    }
}
