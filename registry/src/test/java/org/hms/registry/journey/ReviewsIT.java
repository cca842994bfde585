package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;
import static org.hms.registry.journey.TestPatients.patient;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The review queue over the API. */
@ExtendWith(SharedRegistry.class)
final class ReviewsIT {

    private static final Caller ONE = new Caller("reviewer-one", Role.STEWARD);
    private static final Caller OTHER = new Caller("reviewer-two", Role.STEWARD);

    private static RunningRegistry registry;

    @BeforeAll
    static void start(RunningRegistry shared) {
        registry = shared;
    }

    private static HttpResponse<String> post(String path, Caller caller, String body) {
        return registry.send(registry.request(path, caller)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningRegistry.json(answer);
    }

    /** A pair that a rule holds back: one name and one day of birth, and two cédulas. */
    private static long doubtful(String number, String given, String family) {
        var admin = registry.client(new Caller("test-admin", Role.ADMIN));
        var row = given + " | " + family + " | 1986-04-21 | F | ";
        Feeding.feed(admin, patient(HIS, number + "-a", row + number + "1 | Casilda Yegros | 0981555" + number));
        Feeding.feed(admin, patient(IPS, number + "-b", row + number + "2 | Casilda Yegros | 0981555" + number));
        return registry.database()
                .withHandle(handle -> handle.createQuery("""
                    SELECT t.id FROM review_task t JOIN patient_record r ON r.id IN (t.left_record, t.right_record)
                    WHERE t.open AND r.identifier_value = :number
                    """)
                        .bind("number", number + "-b")
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void aReviewIsTakenAndLookedAtByOneSteward() {
        var id = doubtful("4711", "Gregoria", "Yegros Ibarra");
        var path = "/api/v1/reviews/" + id;

        var listed = ok(registry.get("/api/v1/reviews?source=ips&limit=500", ONE));
        assertThat(listed.path("results")
                        .valueStream()
                        .map(task -> task.path("id").asLong()))
                .contains(id);
        assertThat(listed.toString()).doesNotContain("Yegros", "4711");
        assertThat(ok(post(path + "/claim", ONE, "")).path("claimedBy").asText())
                .isEqualTo("reviewer-one");
        assertThat(post(path + "/claim", OTHER, "").statusCode()).isEqualTo(409);
        var opened = ok(registry.get(path + "?lang=es", ONE));
        assertThat(opened.path("records")).hasSize(2);
        assertThat(opened.path("explanation").asText()).contains("bits");
        assertThat(opened.path("evidence").path("verdict").path("rules")).isNotEmpty();
        assertThat(status(path, OTHER, "{'answer': 'same', 'reason': 'x'}")).isEqualTo(409);
        assertThat(status(path, ONE, "{'answer': 'perhaps', 'reason': 'x'}")).isEqualTo(422);
        assertThat(status(path, ONE, "{'answer': 'same'}")).isEqualTo(422);
        assertThat(ok(post(path + "/release", ONE, "")).path("state").asText()).isEqualTo("open");
    }

    private static int status(String path, Caller caller, String answer) {
        return post(path + "/decision", caller, answer).statusCode();
    }

    @Test
    void anAnswerIsALabelUntilItIsTakenBack() {
        var path = "/api/v1/reviews/" + doubtful("4713", "Eduvigis", "Yegros Ibarra");

        var settled = ok(post(path + "/decision", ONE, "{'answer': 'same', 'reason': 'renewed card'}"));

        assertThat(settled.path("actState").asText()).isEqualTo("applied");
        var pair = settled.path("review");
        assertThat(pair.path("state").asText()).isEqualTo("closed");
        var label = pair.path("leftRecord").asText() + ","
                + pair.path("rightRecord").asText() + "," + pair.path("weight").asDouble() + ",true";
        var labels = registry.get("/api/v1/reviews/decisions.csv", ONE);
        assertThat(labels.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
        assertThat(labels.body().lines()).startsWith("left,right,weight,match").contains(label);
        var undo = "{'reason': 'two cards'}";
        assertThat(ok(post(path + "/undo", OTHER, undo)).path("state").asText()).isEqualTo("open");
        assertThat(registry.get("/api/v1/reviews/decisions.csv", ONE).body()).doesNotContain(label);
        assertThat(post(path + "/undo", OTHER, undo).statusCode()).isEqualTo(409);
    }

    @Test
    void whatCannotBeToldIsClosedWithoutAnAct() {
        var path = "/api/v1/reviews/" + doubtful("4712", "Liduvina", "Chamorro Ríos");

        var settled = ok(post(path + "/decision", ONE, "{'answer': 'cannot-tell', 'reason': 'no phone'}"));

        assertThat(settled.path("act").isNull() || settled.path("act").isMissingNode())
                .isTrue();
        assertThat(settled.path("answer").asText()).isEqualTo("cannot-tell");
        assertThat(ok(registry.get(path, OTHER)).path("review").path("state").asText())
                .isEqualTo("closed");
        ok(registry.get("/api/v1/reviews/agreement", ONE));
    }

    @Test
    void whatIsNotKnownIsRefused() {
        assertThat(registry.get("/api/v1/reviews/999999", ONE).statusCode()).isEqualTo(404);
        assertThat(registry.get("/api/v1/reviews/all", ONE).statusCode()).isEqualTo(404);
        assertThat(registry.get("/api/v1/reviews?state=any", ONE).statusCode()).isEqualTo(400);
        assertThat(registry.get("/api/v1/reviews/decisions.csv?origin=hearsay", ONE)
                        .statusCode())
                .isEqualTo(400);
        assertThat(registry.get("/api/v1/reviews", new Caller("a", Role.AUDITOR))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theNewCallsAreInTheDescription() {
        var paths = ok(registry.get("/api/openapi.json", ONE)).path("paths");

        assertThat(paths.propertyStream().map(Map.Entry::getKey))
                .contains("/api/v1/acts", "/api/v1/acts/preview", "/api/v1/reviews/{id}/decision");
    }
}
