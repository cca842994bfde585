package org.hms.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hms.seed.FacilityList;
import org.hms.seed.FacilityRow;
import org.hms.seed.SeedData;

/**
 * How long a running registry takes to answer batches of ten queries, as OpenRefine sends them:
 * {@code ReconcileBatchLoad URL TOKEN BATCHES}. As many batches before them warm it up.
 */
public final class ReconcileBatchLoad {

    private static final int BATCH = 10;
    private static final List<String> WORDS = List.of(
            "akãnundu",
            "che akanundu",
            "tye rasy",
            "dolor de cabeza",
            "tuguy",
            "kambyryru jere",
            "py'aruru",
            "tesa rasy",
            "embarazada",
            "mba'asy po'i");

    private ReconcileBatchLoad() {}

    public static void main(String[] args) throws Exception {
        int batches = Integer.parseInt(args[2]);
        try (var http = HttpClient.newHttpClient()) {
            for (var service : List.of("facilities", "terms/lexicon")) {
                var bodies = service.equals("facilities") ? facilities() : List.of(words());
                var request = HttpRequest.newBuilder(URI.create(args[0] + "/reconcile/" + service))
                        .header("Authorization", "Bearer " + args[1])
                        .header("Content-Type", "application/x-www-form-urlencoded");
                measure(http, request, bodies, batches);
                var micros = measure(http, request, bodies, batches);
                System.out.printf(
                        Locale.ROOT,
                        "%s, batches of %d: p50 %.1f, p99 %.1f, most %.1f milliseconds%n",
                        service,
                        BATCH,
                        micros.get(micros.size() / 2) / 1e3,
                        micros.get((int) (micros.size() * 0.99)) / 1e3,
                        micros.getLast() / 1e3);
            }
        }
    }

    private static List<String> facilities() {
        var rows = SeedData.facilities(FacilityList.B);
        var bodies = new ArrayList<String>();
        for (int start = 0; start + BATCH <= rows.size(); start += BATCH) {
            bodies.add(body(rows.subList(start, start + BATCH).stream().map(ReconcileBatchLoad::query)));
        }
        return bodies;
    }

    private static String query(FacilityRow row) {
        return "{\"query\":\"" + row.name().replace("\\", "").replace("\"", "")
                + "\",\"limit\":5,\"properties\":[{\"pid\":\"district\",\"v\":\"" + row.ineDistrict() + "\"}]}";
    }

    private static String words() {
        return body(WORDS.stream().map(word -> "{\"query\":\"" + word + "\",\"limit\":5}"));
    }

    private static String body(Stream<String> queries) {
        var batch = new StringBuilder("{");
        queries.forEach(query -> batch.append(batch.length() == 1 ? "" : ",")
                .append("\"q")
                .append(batch.length())
                .append("\":")
                .append(query));
        return "queries=" + URLEncoder.encode(batch.append('}').toString(), StandardCharsets.UTF_8);
    }

    private static List<Long> measure(HttpClient http, HttpRequest.Builder request, List<String> bodies, int batches)
            throws IOException, InterruptedException {
        var micros = new ArrayList<Long>();
        for (int i = 0; i < batches; i++) {
            var body = HttpRequest.BodyPublishers.ofString(bodies.get(i % bodies.size()));
            var began = System.nanoTime();
            var answer = http.send(request.copy().POST(body).build(), HttpResponse.BodyHandlers.ofString());
            micros.add((System.nanoTime() - began) / 1_000);
            if (answer.statusCode() != 200) {
                throw new IOException("The registry answers " + answer.statusCode() + ": " + answer.body());
            }
        }
        micros.sort(null);
        return micros;
    }
}
