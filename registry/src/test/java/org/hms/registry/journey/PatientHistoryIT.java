package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;
import static org.hms.registry.journey.TestPatients.PRIVATE;
import static org.hms.registry.journey.TestPatients.patient;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the registry said once it can say again: versions, histories and persons as of a moment agree with the answers of then. */
@ExtendWith(SharedRegistry.class)
final class PatientHistoryIT {

    private static final Caller ADMIN = new Caller("test-admin", Role.ADMIN);
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final List<String> SOURCES = List.of(HIS, IPS, PRIVATE);
    private static final int OPERATIONS = 36;

    private static RunningRegistry registry;
    private static IGenericClient client;

    @BeforeAll
    static void connect(RunningRegistry shared) {
        registry = shared;
        client = shared.client(ADMIN);
    }

    /** Who an id led to at a moment, as the registry said at that moment. */
    private record Remembered(Instant at, String askedFor, JsonNode person) {}

    private static final class Memory {
        private final TreeSet<String> eids = new TreeSet<>();
        private final List<Remembered> persons = new ArrayList<>();
        private final Map<String, String> versions = new LinkedHashMap<>();

        private void after(String eid) {
            eids.add(eid);
            var at = Instant.now();
            for (var known : eids) {
                persons.add(new Remembered(at, known, RunningRegistry.json(get("/api/v1/persons/" + known))));
                var read = get("/fhir/Patient/" + known);
                versions.put("Patient/" + known + "/_history/" + version(read.body()), read.body());
            }
        }
    }

    private static HttpResponse<String> get(String path) {
        var answer = registry.get(path, ADMIN);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }

    private static String version(String patient) {
        return FHIR.newJsonParser()
                .parseResource(Patient.class, patient)
                .getMeta()
                .getVersionId();
    }

    /** Records wander among three people, so persons are opened, joined, merged and split. */
    private static Memory wander(long seed) {
        var random = new Random(seed);
        var memory = new Memory();
        for (int i = 0; i < OPERATIONS; i++) {
            var source = SOURCES.get(random.nextInt(SOURCES.size()));
            var number = "hist-" + seed + "-" + random.nextInt(2);
            int who = random.nextInt(3);
            var row = List.of(
                            "Teodolinda | Zarza Quiroga | 1961-02-0%d | F | 71%04d1",
                            "Hermenegildo | Ojeda Vallejos | 1988-08-1%d | M | 72%04d2",
                            "Ña Silvina | Cañete | 2003-12-2%d | F | 73%04d3")
                    .get(who)
                    .formatted(1 + random.nextInt(2), seed);
            memory.after(Feeding.fed(client, source, number, row));
        }
        return memory;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 2026, 777})
    void whatWasAnsweredThenIsAnsweredAgain(long seed) {
        var begin = Instant.now();
        var memory = wander(seed);

        for (var remembered : memory.persons) {
            var then = RunningRegistry.json(get("/api/v1/persons/" + remembered.askedFor() + "?at=" + remembered.at()));
            var what = "seed %d, %s at %s".formatted(seed, remembered.askedFor(), remembered.at());
            assertThat(then.path("eid")).as(what).isEqualTo(remembered.person().path("eid"));
            assertThat(then.path("golden"))
                    .as(what)
                    .isEqualTo(remembered.person().path("golden"));
            assertThat(members(then)).as(what).isEqualTo(members(remembered.person()));
        }
        memory.versions.forEach((path, said) -> {
            var again = registry.get("/fhir/" + path, ADMIN);
            assertThat(again.statusCode()).as(path).isEqualTo(200);
            assertThat(comparable(again.body())).as("seed %d, %s", seed, path).isEqualTo(comparable(said));
        });
        var inHistory = typeHistory(begin, 7);
        assertThat(inHistory.keySet()).as("seed %d", seed).containsAll(memory.versions.keySet());
        assertThat(memory.versions.values()).as("merges happened").anyMatch(said -> said.contains("replaced-by"));
    }

    private static Map<String, String> members(JsonNode person) {
        var members = new HashMap<String, String>();
        person.path("members")
                .forEach(member -> members.put(
                        member.path("recordId").asText(), member.path("version").asText()));
        return members;
    }

    /** An id that was merged is told with the heir of then; today's heir may be another's heir. */
    private static String comparable(String patient) {
        var parsed = FHIR.newJsonParser().parseResource(Patient.class, patient);
        if (!parsed.getActive()) {
            parsed.getLink().clear();
        }
        return FHIR.newJsonParser().encodeResourceToString(parsed);
    }

    private static Map<String, BundleEntryComponent> typeHistory(Instant since, int count) {
        var entries = new LinkedHashMap<String, BundleEntryComponent>();
        String next = "/fhir/Patient/_history?_since=" + since + "&_count=" + count;
        var times = new ArrayList<Instant>();
        while (next != null) {
            var page =
                    FHIR.newJsonParser().parseResource(Bundle.class, get(next).body());
            assertThat(page.getType()).isEqualTo(Bundle.BundleType.HISTORY);
            assertThat(page.getEntry()).hasSizeLessThanOrEqualTo(count);
            for (var entry : page.getEntry()) {
                var id = entry.getResource().getIdElement().getIdPart();
                var path = "Patient/" + id + "/_history/"
                        + entry.getResource().getMeta().getVersionId();
                assertThat(entries.put(path, entry)).as("once: " + path).isNull();
                times.add(entry.getResponse().getLastModified().toInstant());
            }
            var link = page.getLink("next");
            next = link == null ? null : link.getUrl().substring(link.getUrl().indexOf("/fhir/"));
        }
        assertThat(times).isSortedAccordingTo((one, other) -> other.compareTo(one));
        return entries;
    }

    @Test
    void aRecordsHistoryHasEachVersionNewestFirst() {
        Feeding.fed(client, HIS, "hist-r", "Lázaro | Duarte | 1966-06-06 | M | 7400001");
        Feeding.fed(client, HIS, "hist-r", "Lázaro Ramón | Duarte | 1966-06-06 | M | 7400001");
        var fed = Feeding.feed(client, patient(HIS, "hist-r", "Lázaro Ramón | Duarte Ríos | 1966-06-06 | M | 7400001"));
        var id = fed.getId().getIdPart();

        var history = client.history()
                .onInstance("Patient/" + id)
                .returnBundle(Bundle.class)
                .execute();
        var first =
                client.read().resource(Patient.class).withIdAndVersion(id, "1").execute();

        assertThat(history.getTotal()).isEqualTo(3);
        assertThat(history.getEntry().stream()
                        .map(entry -> entry.getResource().getMeta().getVersionId()))
                .containsExactly("3", "2", "1");
        assertThat(history.getEntry().getLast().getResponse().getStatus()).startsWith("201");
        assertThat(history.getEntry().getFirst().getResponse().getEtag()).isEqualTo("W/\"3\"");
        assertThat(first.getNameFirstRep().getFamily()).isEqualTo("Duarte");
        assertThat(client.read()
                        .resource(Patient.class)
                        .withId(id)
                        .execute()
                        .getNameFirstRep()
                        .getFamily())
                .isEqualTo("Duarte Ríos");
    }

    @Test
    void aHistoryPages() {
        var fed = Feeding.feed(client, patient(HIS, "hist-p", "Cástulo | Brítez | 1949-09-09 | M | 7400002"));
        Feeding.fed(client, HIS, "hist-p", "Cástulo | Brítez Roa | 1949-09-09 | M | 7400002");
        var path = "/fhir/Patient/" + fed.getId().getIdPart() + "/_history?_count=1";

        var page = FHIR.newJsonParser().parseResource(Bundle.class, get(path).body());
        var next = page.getLink("next").getUrl();
        var second = FHIR.newJsonParser()
                .parseResource(
                        Bundle.class,
                        get(next.substring(next.indexOf("/fhir/"))).body());

        assertThat(page.getTotal()).isEqualTo(2);
        assertThat(page.getEntry()).hasSize(1);
        assertThat(second.getEntry().getFirst().getResource().getMeta().getVersionId())
                .isEqualTo("1");
        assertThat(second.getLink("next")).isNull();
    }

    @Test
    void theEndOfAnIdIsTheNewestVersionInItsHistory() {
        var one = Feeding.fed(client, HIS, "hist-m1", "Wenceslao | Yegros Denis | 1969-01-12 | M | 7400003");
        var other = Feeding.fed(client, IPS, "hist-m2", "Wenceslao | Yegros Denis | 1940 | M");
        var merged = Feeding.fed(client, IPS, "hist-m2", "Wenceslao | Yegros Denis | 1969-01-12 | M | 7400003");
        var gone = merged.equals(one) ? other : one;

        var history = client.history()
                .onInstance("Patient/" + gone)
                .returnBundle(Bundle.class)
                .execute();
        var newest = (Patient) history.getEntryFirstRep().getResource();
        var timeline = RunningRegistry.json(get("/api/v1/persons/" + gone + "/history"));

        assertThat(newest.getActive()).isFalse();
        assertThat(newest.getLinkFirstRep().getType()).isEqualTo(Patient.LinkType.REPLACEDBY);
        assertThat(newest.getMeta().getVersionId())
                .isEqualTo(client.read()
                        .resource(Patient.class)
                        .withId(gone)
                        .execute()
                        .getMeta()
                        .getVersionId());
        assertThat(timeline.path("active").asBoolean()).isFalse();
        assertThat(timeline.path("total").asInt()).isEqualTo(2);
        assertThat(timeline.path("events").get(0).path("left")).hasSize(1);
        assertThat(timeline.path("events")
                        .get(0)
                        .path("passages")
                        .get(0)
                        .path("kind")
                        .asText())
                .isEqualTo("MERGED_INTO");
        assertThat(timeline.path("events").get(1).path("joined")).hasSize(1);
        assertThat(RunningRegistry.json(get("/api/v1/persons/" + gone + "/history?limit=1&offset=1"))
                        .path("events"))
                .hasSize(1);
    }

    @Test
    void aReadSaysWhetherWhatWasSeenIsStillTheNewest() {
        var eid = Feeding.fed(client, HIS, "hist-e", "Saturnina | Leiva | 1933-03-03 | F | 7400004");
        var seen = get("/fhir/Patient/" + eid).headers().firstValue("ETag").orElseThrow();

        var unchanged = registry.send(registry.request("/fhir/Patient/" + eid, ADMIN)
                .header("If-None-Match", seen)
                .GET());
        Feeding.fed(client, IPS, "hist-e2", "Saturnina | Leiva | 1933-03-03 | F | 7400004");
        var changed = registry.send(registry.request("/fhir/Patient/" + eid, ADMIN)
                .header("If-None-Match", seen)
                .GET());

        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(changed.statusCode()).as("a record joined").isEqualTo(200);
    }

    @Test
    void aDateMeansTheEndOfThatDay() {
        var eid = Feeding.fed(client, HIS, "hist-d", "Primitivo | Cantero | 1950-10-10 | M | 7400005");

        assertThat(registry.get("/api/v1/persons/" + eid + "?at=2020-05-03", ADMIN)
                        .statusCode())
                .isEqualTo(404);
        assertThat(RunningRegistry.json(get("/api/v1/persons/" + eid + "?at=2099-05-03"))
                        .path("eid")
                        .asText())
                .isEqualTo(eid);
    }
}
