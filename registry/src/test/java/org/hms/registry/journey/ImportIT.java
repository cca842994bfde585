package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.FeedFixture.ADMIN;
import static org.hms.registry.journey.FeedFixture.tree;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;
import static org.hms.registry.journey.TestPatients.patient;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hms.registry.access.Caller;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files of patients are taken in by and by, once, with a reason for each row that is not. */
@ExtendWith(SharedRegistry.class)
final class ImportIT {

    private static final String PATIENTS = "application/fhir+ndjson";
    private static final String COLUMNS = """
            {"id": "ficha", "columns": {"nombres": {"as": "givenName"}, "apellidos": {"as": "familyName"},
             "nacimiento": {"as": "birthDate", "format": "dd/MM/yyyy"}, "sexo": {"as": "sex"},
             "ci": {"as": "identifier", "system": "https://registry.hms.gov.py/id/cedula"}}}""";

    private static FeedFixture feed;

    @TempDir
    private Path home;

    @BeforeAll
    static void start(RunningRegistry shared) {
        feed = new FeedFixture(shared);
    }

    private static HttpResponse<String> post(
            RunningRegistry registry, Caller caller, String query, String type, String body) {
        return registry.send(registry.request("/api/v1/imports" + query, caller)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> post(String query, String type, String body) {
        return post(feed.registry(), ADMIN, query, type, body);
    }

    private static String columns(String mapping) {
        return "&columns=" + URLEncoder.encode(mapping, StandardCharsets.UTF_8);
    }

    private static JsonNode ended(RunningRegistry registry, HttpResponse<String> accepted) {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        var where = accepted.headers().firstValue("Content-Location").orElseThrow();
        Eventually.until(
                "the import has ended",
                Duration.ofMinutes(2),
                () -> registry.get(where, ADMIN).statusCode() == 200);
        return tree(registry.get(where, ADMIN));
    }

    private static String people(String system, String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> FeedFixture.json(patient(
                        system,
                        prefix + i,
                        "Persona%s | Importada%s | %d-0%d-1%d | F"
                                .formatted(letters(i), letters(i * 7 + 3), 1930 + i % 70, 1 + i % 9, i % 10))))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String letters(int number) {
        return Integer.toString(number + 1000, 26)
                .chars()
                .mapToObj(c -> Character.toString(Character.isDigit(c) ? 'q' + (c - '0') : c))
                .collect(Collectors.joining());
    }

    @Test
    void aFileOfPatientsIsTakenInRowByRowWithReasonsForWhatIsNot() {
        var file = people(HIS, "imp-", 3)
                + "{\"resourceType\":\"Patient\",\"birthDate\":\"yesterday\"}\n\n"
                + "{\"resourceType\":\"Organization\"}\n"
                + "no json, Xanthippa\n"
                + FeedFixture.json(patient(IPS, "imp-foreign", "Lucía | Ajena | 1990-01-01 | F"))
                + "\n"
                + FeedFixture.json(patient(HIS, "imp-0", "Personabc | Corregida | 1930-01-10 | F"));

        var job = ended(feed.registry(), post("?source=mspbs-his", PATIENTS, file));

        assertThat(job.path("status").asText()).isEqualTo("DONE");
        assertThat(job.path("total").asInt()).isEqualTo(8);
        assertThat(job.path("rows").path("read").asInt()).isEqualTo(8);
        assertThat(job.path("rows").path("created").asInt()).isEqualTo(3);
        assertThat(job.path("rows").path("revised").asInt()).isEqualTo(1);
        assertThat(job.path("rows").path("refused").asInt()).isEqualTo(4);
        assertThat(feed.versionsOf(HIS, "imp-0")).isEqualTo(2);
        var report = feed.registry().get(job.path("report").asText(), ADMIN);
        assertThat(report.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(report.body().lines()).hasSize(9);
        assertThat(report.body().lines().toList().get(1)).matches("1,created,[a-z-]+,r-[0-9a-f]+,1,");
        assertThat(report.body().lines().toList().get(4))
                .startsWith("4,refused,,,,")
                .contains("birthDate");
        assertThat(report.body().lines().toList().get(5)).contains("no Patient");
        assertThat(report.body().lines().toList().get(7)).contains("Patient.identifier");
        assertThat(report.body()).doesNotContain("Xanthippa").doesNotContain("yesterday");
    }

    @Test
    void theSameContentAgainIsTheSameImport() {
        var file = people(HIS, "same-import-", 2);
        var first = ended(feed.registry(), post("?source=mspbs-his", PATIENTS, file));

        var again = ended(feed.registry(), post("?source=mspbs-his", PATIENTS, file));

        assertThat(again.path("id")).isEqualTo(first.path("id"));
        var other = ended(feed.registry(), post("?source=mspbs-his", PATIENTS, file + people(HIS, "same-import-", 3)));
        assertThat(other.path("id")).isNotEqualTo(first.path("id"));
        assertThat(other.path("rows").path("unchanged").asInt()).isEqualTo(4);
        assertThat(other.path("rows").path("created").asInt()).isEqualTo(1);
    }

    @Test
    void rowsAreReadByAColumnMapping() {
        var csv = """
                ficha;nombres;apellidos;nacimiento;sexo;ci;otra
                csv-1;María Élida;Galeano Soto;03/04/1961;F;99000451;x
                csv-2;José;Gauto;31/02/1961;M;;
                ;Sin;Ficha;01/01/1960;F;;
                csv-4;Ana;Lugo;05/06/1971;?;NA;
                """;

        var job = ended(feed.registry(), post("?source=ips" + columns(COLUMNS), "text/csv", csv));

        assertThat(job.path("rows").path("created").asInt()).isEqualTo(1);
        var report = feed.registry()
                .get(job.path("report").asText(), ADMIN)
                .body()
                .lines()
                .toList();
        assertThat(report.get(2)).contains("not a date at nacimiento");
        assertThat(report.get(3)).contains("no id at ficha");
        assertThat(report.get(4)).contains("no sex at sexo");
        var found = feed.registry()
                .get("/fhir/Patient?identifier=" + FeedFixture.token(TestPatients.CEDULA, "99000451"), ADMIN);
        assertThat(found.body()).contains("Galeano Soto", "1961-04-03", "female");

        var rows =
                "{\"ficha\": \"row-1\", \"nombres\": [\"Ana\", \"Luz\"], \"apellidos\": \"Marecos\", \"sexo\": \"mujer\"}\n[]\n";
        var json = ended(feed.registry(), post("?source=ips" + columns(COLUMNS), "application/x-ndjson", rows));
        assertThat(json.path("rows").path("created").asInt()).isEqualTo(1);
        assertThat(json.path("rows").path("refused").asInt()).isEqualTo(1);
    }

    @Test
    void aFileWithoutItsColumnsFails() {
        var job = ended(feed.registry(), post("?source=ips" + columns(COLUMNS), "text/csv", "a,b\n1,2\n"));

        assertThat(job.path("status").asText()).isEqualTo("FAILED");
        assertThat(job.path("failure").asText()).contains("no column");
    }

    @Test
    void whatCannotBeImportedIsRefusedAtTheDoor() {
        assertThat(post("", PATIENTS, "").statusCode()).as("no source").isEqualTo(400);
        assertThat(post("?source=nobody", PATIENTS, "").statusCode()).isEqualTo(400);
        assertThat(post("?source=ips", "text/csv", "a,b").body()).contains("columns");
        assertThat(post("?source=ips" + columns("{\"id\": \"a\"}"), "text/csv", "a,b")
                        .body())
                .contains("columns");
        var category = "{\"id\": \"a\", \"columns\": {\"b\": {\"as\": \"category\"}}}";
        assertThat(post("?source=ips" + columns(category), "text/csv", "a,b").statusCode())
                .isEqualTo(400);
        assertThat(post("?source=ips", "application/json", "{}").statusCode()).isEqualTo(415);
        var ips = RunningRegistry.source("ips");
        assertThat(post(feed.registry(), ips, "?source=mspbs-his", PATIENTS, "").statusCode())
                .isEqualTo(403);
        assertThat(feed.registry().get("/api/v1/imports/0123", ADMIN).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSourceSeesAndCancelsItsOwnImportsOnly() {
        var his = RunningRegistry.source("mspbs-his");
        var accepted = post(feed.registry(), his, "", PATIENTS, people(HIS, "cancel-", 2_000));
        var where = accepted.headers().firstValue("Content-Location").orElseThrow();
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.headers().firstValue("Retry-After")).isPresent();

        assertThat(feed.registry().get(where, RunningRegistry.source("ips")).statusCode())
                .isEqualTo(404);
        var cancelled = feed.registry().send(feed.registry().request(where, his).DELETE());

        assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(204);
        var job = tree(feed.registry().get(where, his));
        assertThat(job.path("status").asText()).isEqualTo("CANCELLED");
        assertThat(feed.registry()
                        .send(feed.registry().request(where, his).DELETE())
                        .statusCode())
                .isEqualTo(409);
        assertThat(tree(feed.registry().get("/api/v1/imports?limit=1", his))
                        .path("results")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void anImportGoesOnAfterARestartWhereItWas() throws Exception {
        var data = home.resolve("data");
        int people = 1_500;
        String where;
        try (var registry = RunningRegistry.on(data)) {
            var accepted = post(registry, ADMIN, "?source=mspbs-his", PATIENTS, people(HIS, "restart-", people));
            where = accepted.headers().firstValue("Content-Location").orElseThrow();
            var location = where;
            Eventually.until(
                    "some rows are read",
                    Duration.ofMinutes(1),
                    () -> tree(registry.get(location, ADMIN))
                                    .path("rows")
                                    .path("read")
                                    .asInt()
                            > 0);
        }
        goesOn(data, where, people);
    }

    private static void goesOn(Path data, String where, int people) throws Exception {
        try (var registry = RunningRegistry.on(data)) {
            Eventually.until(
                    "the import has ended",
                    Duration.ofMinutes(2),
                    () -> registry.get(where, ADMIN).statusCode() == 200);
            var job = tree(registry.get(where, ADMIN));
            assertThat(job.path("status").asText()).isEqualTo("DONE");
            assertThat(job.path("rows").path("read").asInt()).isEqualTo(people);
            assertThat(job.path("rows").path("created").asInt()).isEqualTo(people);
            assertThat(registry.get(job.path("report").asText(), ADMIN)
                            .body()
                            .lines()
                            .skip(1)
                            .map(line -> line.split(",")[0]))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, people)
                            .mapToObj(Integer::toString)
                            .toList());
            assertThat(new FeedFixture(registry).versionsOf(HIS, "restart-" + (people - 1)))
                    .isEqualTo(1);
            try (var files = Files.list(data.resolve("imports"))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .as("what was sent is not kept")
                        .allMatch(name -> name.endsWith(".csv"));
            }
        }
    }
}
