package org.hms.registry.practitioner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands one loaded directory to every test class that asks for it; it stops when the last test is done. */
final class SharedDirectory implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SharedDirectory.class);

    /** Kept until the end of the run, when JUnit closes it. */
    private record Kept(DirectoryServer server, Path home) implements AutoCloseable {
        static Kept start() {
            try {
                var home = Files.createTempDirectory("directory-it");
                return new Kept(new DirectoryServer(home), home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            try (var files = Files.walk(home)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DirectoryServer.class;
    }

    @Override
    public DirectoryServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Kept.class, any -> Kept.start(), Kept.class)
                .server();
    }
}
