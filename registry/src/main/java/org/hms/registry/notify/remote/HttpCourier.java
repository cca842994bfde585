package org.hms.registry.notify.remote;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.hms.registry.notify.Channel;
import org.hms.registry.notify.Courier;
import org.hms.registry.notify.NotificationWriter.Written;
import org.hms.registry.notify.ReceiverPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Brings notifications by HTTP POST: no redirects, no proxy, no cookies, one deadline for the whole exchange, and to allowed
 * hosts and addresses only.
 */
public final class HttpCourier implements Courier, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 1 << 16;

    private final HttpClient client;
    private final ReceiverPolicy policy;

    /** @param trustedCertificates a PEM file of authorities that are trusted beside the usual ones; null for none */
    public HttpCourier(ReceiverPolicy policy, @Nullable Path trustedCertificates) {
        this.policy = policy;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .sslContext(TrustedAuthorities.context(trustedCertificates))
                .connectTimeout(CONNECT)
                .build();
    }

    @Override
    public Outcome bring(Channel channel, Written written, Duration patience) throws InterruptedException {
        return exchange(channel.endpoint(), () -> request(channel, written, patience), patience, HttpCourier::outcome);
    }

    /** Why nobody answers at an address, under the same rules; empty when somebody does, whatever the answer, but a 5xx. */
    public Optional<String> unanswered(URI address, Duration patience) throws InterruptedException {
        var outcome = exchange(address, () -> asking(address, patience), patience, HttpCourier::presence);
        return outcome instanceof Outcome.Failed(var reason) ? Optional.of(reason) : Optional.empty();
    }

    private Outcome exchange(
            URI endpoint,
            Supplier<HttpRequest> request,
            Duration patience,
            Function<HttpResponse<String>, Outcome> toOutcome)
            throws InterruptedException {
        var objection = policy.objection(endpoint);
        if (objection.isPresent()) {
            return new Outcome.Failed(objection.get());
        }
        try {
            requireAllowedAddress(endpoint);
        } catch (UnknownHostException e) {
            return new Outcome.Failed("The receiver's host is not found, or leads to an address that is not allowed");
        }
        var exchange = client.sendAsync(
                request.get(), BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER));
        try {
            return toOutcome.apply(exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return new Outcome.Failed(reason(e.getCause()));
        } catch (TimeoutException e) {
            return new Outcome.Failed("The receiver did not answer in time");
        } finally {
            exchange.cancel(true);
        }
    }

    /** Every address must be allowed now; that no other comes between is the guard's work. */
    private void requireAllowedAddress(URI endpoint) throws UnknownHostException {
        var host = endpoint.getHost().toLowerCase(Locale.ROOT);
        GuardedResolverProvider.guard(host, policy::allows);
        for (var address : InetAddress.getAllByName(host)) {
            if (!policy.allows(address)) {
                throw new UnknownHostException("An address of the host is not allowed");
            }
        }
    }

    private static HttpRequest request(Channel channel, Written written, Duration patience) {
        var request = HttpRequest.newBuilder(channel.endpoint())
                .timeout(patience)
                .header("Content-Type", written.mediaType())
                .header("User-Agent", "HMS-Registry")
                .POST(HttpRequest.BodyPublishers.ofString(written.body()));
        channel.parsedHeaders().forEach(header -> request.setHeader(header.name(), header.value()));
        return request.build();
    }

    private static HttpRequest asking(URI address, Duration patience) {
        return HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("User-Agent", "HMS-Registry")
                .HEAD()
                .build();
    }

    private static Outcome presence(HttpResponse<String> answer) {
        return answer.statusCode() / 100 == 5
                ? new Outcome.Failed("The receiver answered " + answer.statusCode())
                : new Outcome.Taken("");
    }

    private static Outcome outcome(HttpResponse<String> answer) {
        return answer.statusCode() / 100 == 2
                ? new Outcome.Taken(answer.body())
                : new Outcome.Failed("The receiver answered " + answer.statusCode());
    }

    private static String reason(@Nullable Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException _ -> "The receiver did not answer in time";
            case SSLException _ -> "No trusted TLS connection with the receiver came about";
            case IOException _ -> "The connection with the receiver failed";
            case null, default -> "The receiver could not be asked";
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
