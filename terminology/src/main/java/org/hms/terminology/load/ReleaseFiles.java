package org.hms.terminology.load;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The files of a release, in a zip or a folder, wherever in it they lie. */
public final class ReleaseFiles implements Closeable {
    private final @Nullable FileSystem zip;
    private final List<Path> files;

    private ReleaseFiles(@Nullable FileSystem zip, List<Path> files) {
        this.zip = zip;
        this.files = files;
    }

    public static ReleaseFiles open(Path file) throws IOException {
        var zip = Files.isDirectory(file) ? null : openZip(file);
        try (var paths = Files.walk(zip == null ? file : zip.getPath("/"))) {
            var files = paths.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
            return new ReleaseFiles(zip, files);
        } catch (IOException | RuntimeException e) {
            if (zip != null) {
                zip.close();
            }
            throw e;
        }
    }

    public List<Path> list() {
        return files;
    }

    /** The first file of that name. */
    public Optional<Path> find(String name) {
        return files.stream()
                .filter(file -> file.getFileName().toString().equals(name))
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }

    private static FileSystem openZip(Path file) throws IOException {
        try {
            return FileSystems.newFileSystem(file);
        } catch (ProviderNotFoundException | ZipException _) {
            throw new UnreadableFile("No zip and no folder: " + file.getFileName());
        }
    }
}
