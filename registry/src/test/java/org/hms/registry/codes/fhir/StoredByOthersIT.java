package org.hms.registry.codes.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.codes.CanonicalResource;
import org.hms.registry.codes.store.JdbiCanonicalStore;
import org.hms.registry.journey.Eventually;
import org.hms.registry.journey.RunningRegistry;
import org.hms.registry.journey.SharedRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one service on a database stores is known to another: the one is the service as it runs, the other its store beside it. */
@ExtendWith(SharedRegistry.class)
final class StoredByOthersIT {
    private static final Caller CODER = new Caller("test-coder", Role.CODER);
    private static final String URL = "http://example.org/by-others";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static RunningRegistry registry;

    @BeforeAll
    static void open(RunningRegistry shared) {
        registry = shared;
    }

    @Test
    void theServiceAnswersWithWhatAnotherStoredAndRevised() {
        var other = new JdbiCanonicalStore(registry.database());

        assertThat(other.add(version(1, "theirs", "red"))).isTrue();
        Eventually.until("what another stored is known", PATIENCE, () -> knows("theirs", "red"));
        assertThat(other.add(version(2, "theirs", "red", "blue"))).isTrue();
        Eventually.until("what another revised is known", PATIENCE, () -> knows("theirs", "blue"));
        assertThat(other.add(version(2, "theirs", "late"))).isFalse();
    }

    @Test
    void anotherFindsWhatTheServiceStoredAndNothingTwice() {
        var other = new StoredResources(new JdbiCanonicalStore(registry.database()));

        assertThat(put("ours", "ours", "one").statusCode()).isEqualTo(201);
        other.follow();
        var taken = other.codeSystems(URL + "/ours").getFirst();
        other.follow();

        assertThat(taken.find("one")).isNotNegative();
        assertThat(other.codeSystems(URL + "/ours")).containsExactly(taken);
        assertThat(new StoredResources(new JdbiCanonicalStore(registry.database())).codeSystems(URL + "/ours"))
                .hasSize(1);
    }

    @Test
    void aUrlThatAnotherHasJustTakenIsRefusedAtOnce() {
        new JdbiCanonicalStore(registry.database()).add(version(1, "taken", "x"));

        assertThat(put("mine", "taken", "x").statusCode()).isEqualTo(409);
    }

    @Test
    void ofThoseThatWriteAtOnceOneIsFirstAndNoChangeIsWithoutItsVersion() {
        var other = new JdbiCanonicalStore(registry.database());
        var writers = IntStream.range(0, 6)
                .mapToObj(at -> CompletableFuture.supplyAsync(() -> other.add(version(1, "raced", "x" + at))))
                .toList();

        assertThat(writers.stream().map(CompletableFuture::join).filter(first -> first))
                .hasSize(1);
        assertThat(count("SELECT count(*) FROM change WHERE subject_id = 'raced'"))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM canonical_resource r JOIN change c ON c.number = r.change"
                        + " WHERE r.id = 'raced' AND c.subject_id = r.id"))
                .isEqualTo(1);
    }

    private static int count(String query) {
        return registry.database()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(Integer.class).one());
    }

    private static boolean knows(String name, String code) {
        var answer = registry.send(
                registry.request("/fhir/CodeSystem/$lookup?system=" + URL + "/" + name + "&code=" + code, CODER));
        return answer.statusCode() == 200;
    }

    private static HttpResponse<String> put(String id, String name, String code) {
        return registry.send(registry.request("/fhir/CodeSystem/" + id, CODER)
                .header("Content-Type", "application/fhir+json")
                .PUT(HttpRequest.BodyPublishers.ofString(content(id, name, code))));
    }

    private static CanonicalResource version(int version, String name, String... codes) {
        return new CanonicalResource(
                "CodeSystem",
                name,
                version,
                URL + "/" + name,
                "1",
                name,
                "active",
                content(name, name, codes),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                "test");
    }

    private static String content(String id, String name, String... codes) {
        var system = new CodeSystem().setUrl(URL + "/" + name).setVersion("1");
        system.setStatus(PublicationStatus.ACTIVE);
        system.setContent(CodeSystem.CodeSystemContentMode.COMPLETE).setId(id);
        List.of(codes).forEach(code -> system.addConcept().setCode(code));
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(system);
    }
}
