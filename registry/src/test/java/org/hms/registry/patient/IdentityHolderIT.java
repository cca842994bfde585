package org.hms.registry.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import io.dropwizard.logging.common.BootstrapLogging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.PartialDate;
import org.hms.matching.person.PersonName;
import org.hms.matching.person.Sex;
import org.hms.registry.Foundation;
import org.hms.registry.RegistryConfiguration;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.patient.SourceSystem.Sector;
import org.hms.registry.store.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two registries on one database, the second by its URL: the newest alone decides who is whom, and nothing is doubled. */
final class IdentityHolderIT {

    private static final SourceSystem SOURCE =
            new SourceSystem("his", "HIS", Sector.MSPBS, "https://registry.hms.gov.py/id/source/his", 1);

    @TempDir
    private Path home;

    @Test
    void whoStartsLastDecidesAndTheOtherIsShutOut() throws IOException {
        BootstrapLogging.bootstrap(Level.WARN);
        try (var first = Foundation.open(configuration("first", DatabaseSettings.EMBEDDED))) {
            first.patients().put(SOURCE);
            var known = first.feed().accept(record("1"));
            try (var second = Foundation.open(configuration("second", urlOfFirst()))) {
                assertThatThrownBy(() -> first.feed().accept(record("2")))
                        .hasMessageContaining("Another registry has taken over");

                var joined = second.feed().accept(record("3"));

                assertThat(joined).isInstanceOf(FeedOutcome.Joined.class);
                assertThat(joined.eid()).isEqualTo(known.eid());
                assertThat(second.index().findRecord(record("2").key())).isEmpty();
                assertThat(second.follower().scrub().clean()).isTrue();
            }
        }
    }

    private RegistryConfiguration configuration(String name, DatabaseSettings database) {
        var configuration = new RegistryConfiguration();
        configuration.setDataDirectory(home.resolve(name));
        configuration.setDatabase(database);
        configuration.setMatchModel(Path.of("../config/match-model.yml"));
        return configuration;
    }

    private DatabaseSettings urlOfFirst() throws IOException {
        var port = Files.readAllLines(home.resolve("first/postgres/postmaster.pid"))
                .get(3)
                .strip();
        var password = home.resolve("first/postgres-password").toString();
        return new DatabaseSettings("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "", password, 4);
    }

    /** The same person under another number of the source. */
    private static IncomingRecord record(String number) {
        var said = new Demographics(
                List.of(PersonName.of("María Elena", "Benítez", "Zárate")),
                Sex.FEMALE,
                Birth.on(PartialDate.parse("1990-03-11")),
                List.of(),
                null,
                List.of(),
                false);
        var key = new RecordKey(SOURCE.identifierSystem(), number);
        return new IncomingRecord(new Caller("his", Role.SYSTEM), SOURCE.id(), key, true, said, "{}" + number);
    }
}
