package org.hms.registry.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The directory one registry works in; the operating system frees it when the process dies, however it dies. */
public final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileLock lock;

    private DataDirectory(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @throws DataDirectoryInUse if another registry works there */
    public static DataDirectory claim(Path path) {
        try {
            Files.createDirectories(path);
            var channel = FileChannel.open(
                    path.resolve("registry.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = lock(channel);
            if (lock == null) {
                channel.close();
                throw new DataDirectoryInUse(path);
            }
            return new DataDirectory(path, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory cannot be used: " + path, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Where files handed in for import lie until they have outlived their term. */
    public static Path importFiles(Path dataDirectory) {
        return dataDirectory.resolve("imports");
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another registry holds the directory. */
    public static final class DataDirectoryInUse extends IllegalStateException {
        private static final long serialVersionUID = 1;

        DataDirectoryInUse(Path path) {
            super("Another registry is running on " + path + "; stop it, or choose another data directory");
        }
    }
}
