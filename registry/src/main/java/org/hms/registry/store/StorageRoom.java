package org.hms.registry.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.config.JdbiConfig;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that writes end before the disk does: PostgreSQL stops altogether when its log finds no room, and then nobody reads
 * either. What is left over is for the audit of reads. Carried by the database's connections, asked by whatever logs a change.
 */
public final class StorageRoom implements JdbiConfig<StorageRoom> {
    private static final long LOOK_EVERY_NANOS = 100_000_000;

    private volatile @Nullable Path directory;
    private volatile long reserve;
    private volatile long looked;
    private volatile boolean full;

    /** From now on so many bytes must be left on the directory's disk; without this there is no limit. */
    void keepFree(Path place, long bytes) {
        reserve = bytes;
        looked = System.nanoTime() - LOOK_EVERY_NANOS;
        directory = place;
    }

    /** @throws StorageFull if less than the reserve is left */
    public void require() {
        if (isFull()) {
            throw new StorageFull();
        }
    }

    /** As of at most a tenth of a second ago. */
    public boolean isFull() {
        var place = directory;
        if (place == null) {
            return false;
        }
        long now = System.nanoTime();
        if (now - looked >= LOOK_EVERY_NANOS) {
            try {
                full = Files.getFileStore(place).getUsableSpace() < reserve;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            looked = now;
        }
        return full;
    }

    @Override
    public StorageRoom createCopy() {
        return this;
    }
}
