package org.hms.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hms.seed.people.Population;
import org.hms.seed.people.SyntheticRecord;

/**
 * How long a running registry takes to tell who somebody is: {@code MatchLoad URL TOKEN COUNT [SEED]} asks {@code $match} for so
 * many synthetic people of the seed, one after the other, in three rounds of which the last counts. Those of the usual seed are
 * strangers; those of a seed that was fed are known.
 */
public final class MatchLoad {
    private static final long STRANGERS = 777;
    private static final int ROUNDS = 3;

    private MatchLoad() {}

    public static void main(String[] args) throws Exception {
        List<String> bodies;
        long seed = args.length > 3 ? Long.parseLong(args[3]) : STRANGERS;
        try (var people = Population.of(seed, Integer.parseInt(args[2])).records()) {
            bodies = people.map(MatchLoad::body).toList();
        }
        var address = URI.create(args[0]).resolve("/fhir/Patient/$match");
        try (var client = HttpClient.newHttpClient()) {
            for (int round = 1; round <= ROUNDS; round++) {
                var nanos = new long[bodies.size()];
                int found = 0;
                for (int i = 0; i < nanos.length; i++) {
                    long from = System.nanoTime();
                    found += ask(client, address, args[1], bodies.get(i)) ? 1 : 0;
                    nanos[i] = System.nanoTime() - from;
                }
                Arrays.sort(nanos);
                System.out.printf(
                        Locale.ROOT,
                        "$match, round %d: %d asked, %d with candidates; p50 %.2f, p99 %.2f, most %.1f milliseconds%n",
                        round,
                        nanos.length,
                        found,
                        nanos[nanos.length / 2] / 1e6,
                        nanos[(int) (nanos.length * 0.99)] / 1e6,
                        nanos[nanos.length - 1] / 1e6);
            }
        }
    }

    private static boolean ask(HttpClient client, URI address, String token, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("Status " + answer.statusCode());
        }
        return answer.body().contains("\"entry\"");
    }

    private static String body(SyntheticRecord record) {
        var given = record.name().given().stream().map(MatchLoad::quoted).collect(Collectors.joining(","));
        var birth = record.birthDate() == null ? "" : ",\"birthDate\":" + quoted(record.birthDate());
        var identifiers = record.identifiers().stream()
                .map(one -> "{\"system\":%s,\"value\":%s}".formatted(quoted(one.system()), quoted(one.value())))
                .collect(Collectors.joining(","));
        return "{\"resourceType\":\"Patient\"%s,\"gender\":%s,\"name\":[{\"family\":%s%s}]%s}"
                .formatted(
                        identifiers.isEmpty() ? "" : ",\"identifier\":[" + identifiers + "]",
                        quoted(record.sex()),
                        quoted(String.join(" ", record.name().family())),
                        given.isEmpty() ? "" : ",\"given\":[" + given + "]",
                        birth);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
