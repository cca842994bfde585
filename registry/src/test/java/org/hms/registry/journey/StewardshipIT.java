package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.TestPatients.BORDER;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;
import static org.hms.registry.journey.TestPatients.PRIVATE;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stewards at work over the API: acts, what they would change, what they changed, and back again. */
@ExtendWith(SharedRegistry.class)
final class StewardshipIT {

    private static final Caller ONE = new Caller("steward-one", Role.STEWARD);
    private static final Caller OTHER = new Caller("steward-two", Role.STEWARD);

    private static RunningRegistry registry;
    private static IGenericClient admin;

    @BeforeAll
    static void start(RunningRegistry shared) {
        registry = shared;
        admin = shared.client(new Caller("test-admin", Role.ADMIN));
    }

    private static HttpResponse<String> post(String path, Caller caller, String body) {
        return registry.send(registry.request(path, caller)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private static JsonNode done(String body) {
        var answer = post("/api/v1/acts", ONE, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningRegistry.json(answer);
    }

    private static void withdraw(JsonNode act) {
        var answer = post("/api/v1/acts/" + act.path("id").asLong() + "/withdraw", OTHER, "{'reason': 'wrong'}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(RunningRegistry.json(answer).path("state").asText()).isEqualTo("withdrawn");
    }

    private static int status(long act, String what, Caller caller) {
        return post("/api/v1/acts/" + act + "/" + what, caller, "{'reason': 'seen'}")
                .statusCode();
    }

    private static String asked(long act, String what, Caller caller) {
        var answer = post("/api/v1/acts/" + act + "/" + what, caller, "{'reason': 'seen'}");
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
        return RunningRegistry.json(answer).path("state").asText();
    }

    private static JsonNode person(String eid) {
        return RunningRegistry.json(registry.get("/api/v1/persons/" + eid, ONE));
    }

    private static List<String> members(String eid) {
        var members = new ArrayList<String>();
        person(eid)
                .path("members")
                .forEach(member -> members.add(member.path("recordId").asText()));
        return members;
    }

    @Test
    void whatIsForeseenOfAMergeHappensAndWithdrawnItNeverWas() {
        var left = Feeding.fed(admin, HIS, "act-1", "Porfiria | Samudio Ayala | 1951-05-05 | F | 811001");
        var right = Feeding.fed(admin, IPS, "act-2", "Teodolina | Caje Benegas | 1962-06-06 | F | 811002");
        var body = "{'kind': 'merge', 'persons': ['" + left + "', '" + right + "'], 'reason': 'one identity card'}";

        var foreseen = RunningRegistry.json(post("/api/v1/acts/preview", ONE, body));
        assertThat(members(left)).hasSize(1);
        var act = done(body);
        var merged = person(left).path("eid").asText();

        assertThat(merged).isEqualTo(person(right).path("eid").asText()).isIn(left, right);
        assertThat(foreseen.path("moves").asInt()).isEqualTo(1);
        assertThat(foreseen.path("persons")).singleElement().satisfies(person -> {
            assertThat(person.path("eid").asText()).isEqualTo(merged);
            assertThat(person.path("before")).hasSize(1);
            assertThat(person.path("after")).hasSize(2);
        });
        assertThat(foreseen.path("ended")).hasSize(1);
        assertThat(foreseen.path("golden")).isNotEmpty();

        withdraw(act);

        assertThat(person(left).path("eid").asText()).isEqualTo(left);
        assertThat(person(right).path("eid").asText()).isEqualTo(right);
        assertThat(members(left)).hasSize(1);
        assertThat(admin.read().resource(Patient.class).withId(left).execute().getActive())
                .isTrue();
        var history = RunningRegistry.json(registry.get("/api/v1/acts?person=" + right + "&state=withdrawn", ONE));
        assertThat(history.path("results")).singleElement().satisfies(kept -> {
            assertThat(kept.path("stated").path("by").asText()).isEqualTo("steward-one");
            assertThat(kept.path("stated").path("why").asText()).isEqualTo("one identity card");
            assertThat(kept.path("withdrawn").path("by").asText()).isEqualTo("steward-two");
        });
    }

    @Test
    void whoContradictsWhatWasDecidedIsToldWhatAndNothingIsWritten() {
        var eid = Feeding.fed(admin, HIS, "act-3", "Blásida | Fernández Ocampo | 1970-03-03 | F | 811003");
        Feeding.fed(admin, IPS, "act-4", "Blásida | Fernández Ocampo | 1970-03-03 | F | 811003");
        Feeding.fed(admin, PRIVATE, "act-5", "Blásida | Fernández Ocampo | 1970-03-03 | F | 811003");
        var records = members(eid);
        done(pair("same", records.get(0), records.get(1)));
        var second = done(pair("same", records.get(1), records.get(2)));

        var refused = post("/api/v1/acts", ONE, pair("different", records.get(0), records.get(2)));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(RunningRegistry.json(refused).path("errors"))
                .extracting(place -> place.path("pointer").asText())
                .hasSize(2)
                .contains("/api/v1/acts/" + second.path("id").asLong());
        assertThat(members(eid)).hasSize(3);
        withdraw(second);
        done(pair("different", records.get(0), records.get(2)));
        assertThat(members(eid)).hasSizeLessThan(3);
    }

    private static String pair(String kind, String left, String right) {
        return "{'kind': '" + kind + "', 'left': '" + left + "', 'right': '" + right + "', 'reason': 'seen'}";
    }

    @Test
    void aRecordSplitOffMovesOnAndComesHome() {
        var from = Feeding.fed(admin, HIS, "act-6", "Cirilo | Paniagua Roa | 1944-07-09 | M | 811004");
        Feeding.fed(admin, IPS, "act-7", "Cirilo | Paniagua Roa | 1944-07-09 | M | 811004");
        var to = Feeding.fed(admin, HIS, "act-8", "Eulogio | Miltos Zárate | 1982-10-10 | M | 811005");
        var record = members(from).getLast();
        var split = done("{'kind': 'split', 'person': '" + from + "', 'records': ['" + record + "'], 'reason': 'son'}");
        assertThat(members(from)).hasSize(1);

        var move = done("{'kind': 'move', 'record': '" + record + "', 'to': '" + to + "', 'reason': 'his'}");

        assertThat(members(to)).hasSize(2).contains(record);
        withdraw(split);
        assertThat(members(to)).hasSize(2).contains(record);
        withdraw(move);
        assertThat(members(from)).hasSize(2).contains(record);
        assertThat(members(to)).hasSize(1);
    }

    @Test
    void aPinnedValueAndADeathAreGoldenUntilTheyAreWithdrawn() {
        var eid = Feeding.fed(admin, HIS, "act-9", "Nicanora | Vázquez Pino | 1939-01-30 | F | 811006");
        Feeding.fed(admin, PRIVATE, "act-10", "Nicanora | Vásquez Pino | 1939-01-30 | F | 811006");
        var lesser = person(eid)
                .path("members")
                .valueStream()
                .filter(member -> member.path("source").asText().equals("private-net"))
                .findFirst()
                .orElseThrow()
                .path("recordId")
                .asText();
        var before = person(eid).path("golden").path("demographics");

        var pin = done("{'kind': 'pin', 'person': '" + eid + "', 'field': 'name', 'record': '" + lesser
                + "', 'reason': 'birth certificate'}");
        var typed = done("{'kind': 'pin', 'person': '" + eid
                + "', 'field': 'birthDate', 'value': {'birthDate': '1939-01-31'}, 'reason': 'birth certificate'}");
        var death = done("{'kind': 'deceased', 'person': '" + eid + "', 'reason': 'death certificate'}");

        var golden = person(eid).path("golden");
        assertThat(golden.path("demographics").path("names").toString()).contains("Vásquez");
        assertThat(golden.path("demographics")
                        .path("birth")
                        .path("date")
                        .path("day")
                        .asInt())
                .isEqualTo(31);
        assertThat(golden.path("demographics").path("deceased").asBoolean()).isTrue();
        assertThat(golden.path("provenance")
                        .valueStream()
                        .filter(value -> value.path("rule").asText().equals("STEWARD"))
                        .count())
                .isEqualTo(3);
        assertThat(post("/fhir/Patient/" + eid + "/$mdm-submit", ONE, "").statusCode())
                .isEqualTo(200);
        assertThat(person(eid).path("golden")).isEqualTo(golden);
        List.of(typed, pin, death).forEach(StewardshipIT::withdraw);
        assertThat(person(eid).path("golden").path("demographics")).isEqualTo(before);
    }

    @Test
    void whatMovesManyRecordsWaitsForAnotherSteward() {
        var eids = new TreeSet<String>();
        for (int i = 0; i < 12; i++) {
            var row = i % 2 == 0
                    ? "Rosendo | Amarilla Cuenca | 1957-02-11 | M | 811007"
                    : "Hermelinda | Torales Bóveda | 1968-09-23 | F | 811008";
            eids.add(Feeding.fed(admin, List.of(HIS, IPS, PRIVATE).get(i % 3), "many-" + i, row));
        }
        assertThat(eids).hasSize(2);

        var proposed = post(
                "/api/v1/acts",
                ONE,
                "{'kind': 'merge', 'persons': ['" + eids.first() + "', '" + eids.last() + "'], 'reason': 'test'}");
        var id = RunningRegistry.json(proposed).path("id").asLong();

        assertThat(proposed.statusCode()).isEqualTo(202);
        assertThat(members(eids.first())).hasSize(6);
        assertThat(status(id, "approve", ONE)).isEqualTo(403);
        var approved = post("/api/v1/acts/" + id + "/approve", OTHER, "{'reason': 'seen'}");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(members(eids.first())).hasSize(12);
        assertThat(status(id, "approve", OTHER)).isEqualTo(409);
        assertThat(asked(id, "withdraw", OTHER)).isEqualTo("withdrawal-proposed");
        assertThat(members(eids.first())).hasSize(12);
        assertThat(status(id, "withdraw", ONE)).isEqualTo(409);
        assertThat(status(id, "approve", OTHER)).isEqualTo(403);
        assertThat(asked(id, "keep", ONE)).isEqualTo("applied");
        assertThat(status(id, "keep", ONE)).isEqualTo(409);
        assertThat(asked(id, "withdraw", OTHER)).isEqualTo("withdrawal-proposed");
        assertThat(asked(id, "approve", ONE)).isEqualTo("withdrawn");
        assertThat(members(eids.first())).hasSize(6);
        assertThat(person(eids.last()).path("eid").asText()).isEqualTo(eids.last());
    }

    @Test
    void whoIsConfidentialIsShownToThoseWhoHoldARecordAndInNoList() {
        var eid = Feeding.fed(admin, HIS, "act-11", "Filomena | Insaurralde Ruiz | 1990-12-01 | F | 811009");
        var holder = registry.client(RunningRegistry.source("mspbs-his"));
        var stranger = registry.client(RunningRegistry.source("border-hospital"));
        var record = members(eid).getFirst();
        var act = done("{'kind': 'confidential', 'person': '" + eid + "', 'reason': 'shelter'}");

        assertThat(holder.read().resource(Patient.class).withId(eid).execute().getName())
                .isNotEmpty();
        var masked = stranger.read().resource(Patient.class).withId(eid).execute();
        assertThat(masked.getName()).isEmpty();
        assertThat(masked.hasBirthDate()).isFalse();
        assertThat(masked.getMeta().getSecurity()).extracting(Coding::getCode).containsExactly("MASKED");
        assertThat(masked.getIdentifier())
                .singleElement()
                .satisfies(identifier -> assertThat(identifier.getValue()).isEqualTo(eid));
        var source = RunningRegistry.source("border-hospital");
        assertThat(registry.get("/fhir/Patient/" + record, source).statusCode()).isEqualTo(403);
        assertThat(registry.get("/api/v1/persons/" + eid, source).body()).doesNotContain("Insaurralde", "811009");
        assertThat(registry.get("/fhir/Patient?identifier=" + HIS + "%7Cact-11", source)
                        .body())
                .contains(eid)
                .doesNotContain("Insaurralde", "811009");
        assertThat(registry.get("/fhir/Patient/$ihe-pix?sourceIdentifier=" + HIS + "%7Cact-11", source)
                        .body())
                .contains(eid)
                .doesNotContain("811009");
        withdraw(act);
        assertThat(registry.get("/fhir/Patient/" + eid, source).body()).contains("Insaurralde");
    }

    @Test
    void whatIsWantingOrUnknownIsRefusedByName() {
        var eid = Feeding.fed(admin, BORDER, "act-12", "Anastacio | Riquelme Sosa | 1933-03-18 | M | 811010");

        assertThat(status("")).isEqualTo(400);
        assertThat(status("{'kind': 'marry', 'reason': 'x'}")).isEqualTo(422);
        assertThat(status("{'kind': 'same', 'left': 'r-1', 'right': 'r-2'}")).isEqualTo(422);
        assertThat(status("{'kind': 'same', 'left': 'r-1', 'right': 'r-2', 'reason': 'x'}"))
                .isEqualTo(404);
        assertThat(status("{'kind': 'same', 'left': 'r-1', 'right': 'r-1', 'reason': 'x'}"))
                .isEqualTo(422);
        assertThat(status("{'kind': 'merge', 'persons': ['" + eid + "'], 'reason': 'x'}"))
                .isEqualTo(422);
        assertThat(status("{'kind': 'confidential', 'person': '0000000000000000', 'reason': 'x'}"))
                .isEqualTo(404);
        assertThat(status("{'kind': 'deceased', 'person': '" + eid + "', 'reason': ' '}"))
                .isEqualTo(422);
        assertThat(status("{'kind': 'deceased', 'person': '" + eid + "', 'reason': 'x', 'when': 'now'}"))
                .isEqualTo(400);
        assertThat(registry.get("/api/v1/acts/999999999", ONE).statusCode()).isEqualTo(404);
        assertThat(registry.get("/api/v1/acts/first", ONE).statusCode()).isEqualTo(404);
        var system = RunningRegistry.source("ips");
        assertThat(registry.get("/api/v1/acts", system).statusCode()).isEqualTo(403);
        assertThat(registry.get("/api/v1/reviews", system).statusCode()).isEqualTo(403);
    }

    private static int status(String body) {
        return post("/api/v1/acts", ONE, body).statusCode();
    }
}
