package org.hms.registry.notify.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.hms.registry.notify.Channel;
import org.hms.registry.notify.Courier.Outcome;
import org.hms.registry.notify.DeliverySettings;
import org.hms.registry.notify.NotificationWriter.Written;
import org.hms.registry.notify.ReceiverPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over https a notification goes to whom a trusted authority vouches for, under the name that was asked, and to nobody else. */
final class HttpsDeliveryTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    private final List<String> received = new ArrayList<>();
    private HttpsServer server;

    @BeforeEach
    void serve() throws Exception {
        var store = key("localhost");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
        server.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whomATrustedAuthorityVouchesForIsBroughtIt() throws Exception {
        assertThat(bring("localhost", certificate("localhost"))).isEqualTo(new Outcome.Taken(""));
        assertThat(received).containsExactly("{}");
    }

    @Test
    void whomNobodyVouchesForIsBroughtNothing() throws Exception {
        assertThat(bring("localhost", null))
                .isEqualTo(new Outcome.Failed("No trusted TLS connection with the receiver came about"));
        key("other");
        assertThat(bring("localhost", certificate("other"))).isInstanceOf(Outcome.Failed.class);
        assertThat(received).isEmpty();
    }

    @Test
    void aCertificateForAnotherNameIsNotTaken() throws Exception {
        assertThat(bring("127.0.0.1", certificate("localhost"))).isInstanceOf(Outcome.Failed.class);
        assertThat(received).isEmpty();
    }

    @Test
    void aFileThatIsNoCertificateIsRefusedAtTheStart() throws Exception {
        var odd = Files.writeString(directory.resolve("odd.pem"), "no certificate");
        var empty = Files.createFile(directory.resolve("empty.pem"));

        for (var file : List.of(odd, empty)) {
            assertThatThrownBy(() -> TrustedAuthorities.context(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(file.toString());
        }
        assertThatThrownBy(() -> TrustedAuthorities.context(directory.resolve("none.pem")))
                .hasMessageContaining("none.pem");
    }

    private Outcome bring(String host, @Nullable Path trusted) throws InterruptedException {
        var settings = new DeliverySettings(
                List.of(host + ":" + port()),
                List.of("127.0.0.0/8", "::1/128"),
                false,
                trusted,
                DeliverySettings.NOBODY.patience());
        try (var courier = new HttpCourier(new ReceiverPolicy(settings, true), trusted)) {
            var channel = new Channel(
                    Channel.Type.REST_HOOK,
                    URI.create("https://" + host + ":" + port() + "/"),
                    Channel.Format.JSON,
                    Channel.Content.EMPTY,
                    new Channel.Pace(null, null, null),
                    List.of());
            return courier.bring(channel, new Written("application/fhir+json", "{}", List.of()), PATIENCE);
        }
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private Path certificate(String name) {
        return directory.resolve(name + ".pem");
    }

    /** A key whose owner vouches for itself under this name, and its certificate beside it. */
    private Path key(String name) throws IOException, InterruptedException {
        var store = directory.resolve(name + ".p12");
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=dns:" + name,
                "-validity",
                "2",
                store);
        keytool("-exportcert", "-rfc", "-file", certificate(name).toString(), store);
        return store;
    }

    private static void keytool(Object... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        for (int i = 0; i < arguments.length - 1; i++) {
            command.add(arguments[i].toString());
        }
        command.addAll(List.of("-alias", "key", "-storepass", new String(PASSWORD), "-keystore"));
        command.add(arguments[arguments.length - 1].toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), PASSWORD), PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
