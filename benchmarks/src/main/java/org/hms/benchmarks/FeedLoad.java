package org.hms.benchmarks;

import ca.uhn.fhir.context.FhirContext;
import ch.qos.logback.classic.Level;
import io.dropwizard.logging.common.BootstrapLogging;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.hms.registry.job.SyntheticPeople;
import org.hms.registry.job.remote.SyntheticPatients;
import org.hms.seed.people.Population;
import org.hms.seed.people.SyntheticRecord;

/**
 * How many records a second a running registry takes from sources that feed one record a request (ITI-104): {@code FeedLoad URL
 * TOKEN COUNT SEED [SENDERS]}. All requests are written before the clock starts and go over as many connections as there are
 * senders, so that what is measured is the registry and hardly the load.
 */
public final class FeedLoad {
    private static final String SENDERS = "192";

    private final URI service;
    private final List<byte[]> requests;
    private final AtomicInteger next = new AtomicInteger();

    private FeedLoad(URI service, List<byte[]> requests) {
        this.service = service;
        this.requests = requests;
    }

    public static void main(String[] args) throws Exception {
        BootstrapLogging.bootstrap(Level.WARN);
        var service = URI.create(args[0]);
        long seed = Long.parseLong(args[3]);
        List<byte[]> requests;
        try (var people = Population.of(seed, Integer.parseInt(args[2])).records()) {
            requests = people.map(record -> request(service, args[1], record, seed))
                    .toList();
        }
        int senders = Integer.parseInt(args.length > 4 ? args[4] : SENDERS);
        long from = System.nanoTime();
        var statuses = new FeedLoad(service, requests).send(senders);
        double seconds = (System.nanoTime() - from) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "feed: %d records by %d senders in %.1f s, %.0f a second, %d refused%n",
                requests.size(),
                senders,
                seconds,
                requests.size() / seconds,
                statuses.stream().filter(status -> status >= 300).count());
    }

    private static byte[] request(URI service, String token, SyntheticRecord record, long seed) {
        var key = SyntheticPeople.keyOf(record, seed);
        var body = FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(SyntheticPatients.toPatient(record, key))
                .getBytes(StandardCharsets.UTF_8);
        var head = """
                PUT /fhir/Patient?identifier=%s HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Content-Type: application/fhir+json\r
                Prefer: return=minimal\r
                Content-Length: %d\r
                \r
                """.formatted(
                        URLEncoder.encode(key.system() + "|" + key.value(), StandardCharsets.UTF_8),
                        service.getAuthority(),
                        token,
                        body.length)
                .getBytes(StandardCharsets.US_ASCII);
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private List<Integer> send(int senders) throws Exception {
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<List<Integer>>>();
            for (int i = 0; i < senders; i++) {
                work.add(this::sendSome);
            }
            for (var done : threads.invokeAll(work)) {
                statuses.addAll(done.get());
            }
        }
        return statuses;
    }

    private List<Integer> sendSome() throws IOException {
        var statuses = new ArrayList<Integer>();
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setTcpNoDelay(true);
            var answers = new BufferedInputStream(socket.getInputStream());
            for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
                socket.getOutputStream().write(requests.get(i));
                statuses.add(status(answers));
            }
        }
        return statuses;
    }

    /** Reads an answer to its end. */
    private static int status(InputStream answers) throws IOException {
        int status = Integer.parseInt(line(answers).substring(9, 12));
        int length = 0;
        for (var header = line(answers); !header.isEmpty(); header = line(answers)) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                throw new IOException("An answer of minimal size has a length");
            }
        }
        answers.skipNBytes(length);
        return status;
    }

    private static String line(InputStream answers) throws IOException {
        var line = new StringBuilder();
        for (int c = answers.read(); c != '\n'; c = answers.read()) {
            if (c < 0) {
                throw new EOFException("The service closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
