package org.hms.registry.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The configuration that ships, with its places for variables filled in for one test. */
final class TestConfiguration {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):-([^}]*)}");
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    private static final Path CONFORMANCE_SOURCES = Path.of("src/test/resources/conformance-sources.yml");

    private TestConfiguration() {}

    /** What a test wants otherwise than a newcomer gets it; port 0 lets the system choose. */
    record Wishes(Path data, int people, int bodyLimit, int port, int adminPort, int diskReserve) {
        static Wishes of(Path data) {
            return new Wishes(data, 0, 1 << 18, 0, 0, 256);
        }

        Wishes withPeople(int count) {
            return new Wishes(data, count, bodyLimit, port, adminPort, diskReserve);
        }

        Wishes withPorts(int service, int admin) {
            return new Wishes(data, people, bodyLimit, service, admin, diskReserve);
        }

        /** In megabytes. */
        Wishes withDiskReserve(int megabytes) {
            return new Wishes(data, people, bodyLimit, port, adminPort, megabytes);
        }
    }

    /** Writes the file beside the data directory. Bolivia's agreement has run out in it, and it knows more sources. */
    static Path write(Wishes wishes) {
        var values = Map.of(
                "REGISTRY_DATA", wishes.data().toAbsolutePath().toString(),
                "REGISTRY_MATCH_MODEL",
                        PROJECT.resolve("config/match-model.yml").toString(),
                "REGISTRY_DEMO_PEOPLE", Integer.toString(wishes.people()),
                "REGISTRY_NOTIFY_FIRST_RETRY_MILLIS", "20",
                "REGISTRY_NOTIFY_LONGEST_RETRY_MILLIS", "200",
                "REGISTRY_NOTIFY_MOST_ATTEMPTS", "12",
                "REGISTRY_DISK_RESERVE_MEGABYTES", Integer.toString(wishes.diskReserve()),
                "REGISTRY_EARLY_SIGNAL", "true",
                "REGISTRY_PORT", Integer.toString(wishes.port()),
                "REGISTRY_ADMIN_PORT", Integer.toString(wishes.adminPort()));
        try {
            var shipped = Files.readString(PROJECT.resolve("config/registry.yml"));
            var text = VARIABLE.matcher(shipped)
                    .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group(2))))
                    .replaceFirst("bodyLimitBytes: \\d+", "bodyLimitBytes: " + wishes.bodyLimit());
            text = text.replaceFirst("(?m)^sources:\n", "$0" + Files.readString(CONFORMANCE_SOURCES));
            int bolivia = text.indexOf("country: BO");
            text = text.substring(0, bolivia)
                    + text.substring(bolivia).replaceFirst("until: \\S+", "until: 2020-12-31");
            return Files.writeString(wishes.data().resolveSibling("registry.yml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
