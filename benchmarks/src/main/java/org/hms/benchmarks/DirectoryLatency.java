package org.hms.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.hms.seed.LocalityRow;
import org.hms.seed.SeedData;

/**
 * How long a running registry takes to find places near a point, and by a part of their name, over FHIR:
 * {@code DirectoryLatency URL TOKEN PID...}. One client, twenty results; the processor time is that of the processes named, which
 * are the service and its database server with its children.
 */
public final class DirectoryLatency {

    private static final int WARM_UP = 1_000;
    private static final int QUESTIONS = 1_000;

    private final HttpClient http;
    private final String base;
    private final String token;
    private final List<Long> processes;
    private final SplittableRandom random = new SplittableRandom(1);
    private final List<String> names = SeedData.localities().stream()
            .map(LocalityRow::name)
            .filter(name -> name.length() > 5)
            .toList();

    private DirectoryLatency(HttpClient http, String base, String token, List<Long> processes) {
        this.http = http;
        this.base = base;
        this.token = token;
        this.processes = processes;
    }

    public static void main(String[] args) throws Exception {
        var processes = Arrays.stream(args).skip(2).map(Long::parseLong).toList();
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            new DirectoryLatency(http, args[0] + "/fhir/", args[1], processes).run();
        }
    }

    private void run() throws Exception {
        for (int round = 1; round <= 2; round++) {
            System.out.println("Round " + round);
            measure("near, 10 km", () -> near("10"));
            measure("near, 2 km", () -> near("2"));
            measure("near, 50 km", () -> near("50"));
            measure("Location, name contains", () -> "Location?name:contains=" + encode(name()));
            measure("Organization, name contains", () -> "Organization?name:contains=" + encode(name()));
            measure("Location, name begins", () -> "Location?name=" + encode("USF " + name()));
        }
    }

    private String near(String kilometres) {
        return String.format(
                Locale.ROOT,
                "Location?near=%.5f%%7C%.5f%%7C%s%%7Ckm&type=facility",
                random.nextDouble(-27, -20),
                random.nextDouble(-62, -55),
                kilometres);
    }

    private String name() {
        return names.get(random.nextInt(names.size()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void measure(String what, Supplier<String> question) throws Exception {
        var millis = new double[QUESTIONS];
        double processor = 0;
        long bytes = 0;
        for (int i = -WARM_UP; i < QUESTIONS; i++) {
            if (i == 0) {
                processor = ProcessorTime.millis(processes);
            }
            var request = HttpRequest.newBuilder(URI.create(base + question.get()))
                    .header("Authorization", "Bearer " + token)
                    .build();
            long start = System.nanoTime();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("The registry answers " + answer.statusCode());
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
                bytes += answer.body().length;
            }
        }
        double spent = (ProcessorTime.millis(processes) - processor) / QUESTIONS;
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.2f, p99 %.2f, most %.2f ms; %.2f ms of a processor; %d bytes%n",
                what,
                millis[QUESTIONS / 2],
                millis[QUESTIONS * 99 / 100],
                millis[QUESTIONS - 1],
                spent,
                bytes / QUESTIONS);
    }
}
