package org.hms.registry.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Caller NEIGHBOUR = new Caller("br-registry", Role.PARTNER, "rnds", "BR", "TREAT");

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(Role.class)
    void aTokenGivesBackTheCallerItWasMintedFor(Role role) {
        var caller = new Caller("someone", role, "HIS", null, "PUBHLTH");

        assertThat(at(NOW).verify(at(NOW).mint(caller, Duration.ofHours(1)))).isEqualTo(caller);
    }

    @Test
    void aTokenLivesAsLongAsItSaysAndNoLonger() {
        var token = at(NOW).mint(NEIGHBOUR, Duration.ofHours(1));

        assertThat(at(NOW.plusSeconds(3599)).verify(token)).isEqualTo(NEIGHBOUR);
        assertThatThrownBy(() -> at(NOW.plusSeconds(3600)).verify(token))
                .isInstanceOf(InvalidToken.class)
                .hasMessageContaining("expired");
    }

    @Test
    void aTokenOfAnotherInstallationIsRefused(@TempDir Path elsewhere) {
        var foreign =
                TokenService.withKeyIn(elsewhere, InstantSource.fixed(NOW)).mint(NEIGHBOUR, Duration.ofHours(1));

        assertThatThrownBy(() -> at(NOW).verify(foreign)).isInstanceOf(InvalidToken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.", "...."})
    void whatIsNoTokenIsRefused(String text) {
        assertThatThrownBy(() -> at(NOW).verify(text)).isInstanceOf(InvalidToken.class);
    }

    @Test
    void theKeyIsMadeOnceForItsOwnerOnly() throws IOException {
        var token = at(NOW).mint(NEIGHBOUR, Duration.ofHours(1));

        assertThat(at(NOW).verify(token)).isEqualTo(NEIGHBOUR);
        try (var files = Files.list(directory)) {
            var file = files.toList();
            assertThat(file).hasSize(1);
            Assumptions.assumeTrue(
                    file.getFirst()
                            .getFileSystem()
                            .supportedFileAttributeViews()
                            .contains("posix"),
                    "this file system has no POSIX permissions");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getFirst())))
                    .isEqualTo("rw-------");
        }
    }

    private TokenService at(Instant now) {
        return TokenService.withKeyIn(directory, InstantSource.fixed(now));
    }
}
