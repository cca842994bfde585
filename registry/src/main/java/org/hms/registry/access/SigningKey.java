package org.hms.registry.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret that signs tokens: a file of this installation that only the service's own user may read. */
final class SigningKey {
    private static final String FILE = "token.key";
    private static final int BYTES = 32;

    private SigningKey() {}

    /** Reads the key, or makes one; two processes that start at once end up with the same key. */
    static byte[] in(Path directory) {
        var file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                create(directory, file);
            }
            var key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length < BYTES) {
                throw new IllegalStateException("The token key in " + file + " is shorter than " + BYTES + " bytes");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The token key in " + file + " cannot be read or made", e);
        }
    }

    private static void create(Path directory, Path file) throws IOException {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(directory);
        var draft = Files.createTempFile(directory, ".token", ".tmp", ownerOnly());
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(key));
            // A hard link appears whole or not at all and never replaces the key of a process that was faster.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException theOtherWasFaster) {
            return;
        } catch (UnsupportedOperationException noHardLinksHere) {
            Files.copy(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
