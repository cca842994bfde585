package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How facilities change: proposed by one steward, reviewed by another, published whole or not at all. */
@ExtendWith(SharedRegistry.class)
final class CurationIT {

    private static final Caller ONE = new Caller("directory-one", Role.STEWARD);
    private static final Caller OTHER = new Caller("directory-other", Role.STEWARD);
    private static final String PATH = "/api/v1/facility-requests";

    private static RunningRegistry registry;

    @BeforeAll
    static void start(RunningRegistry shared) {
        registry = shared;
    }

    private static HttpResponse<String> send(String method, String path, Caller caller, String body) {
        return registry.send(registry.request(path, caller)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private static String draft(String name, String code) {
        return "{'name':'" + name + "','type':'USF','ownership':'public','district':'1702','healthRegion':'17',"
                + "'latitude':-21.73,'longitude':-59.12,'phones':[],'mspbsCode':'" + code + "'}";
    }

    private static JsonNode propose(String body) {
        var answer = send("POST", PATH, ONE, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningRegistry.json(answer);
    }

    private static HttpResponse<String> approve(JsonNode examined, Caller by) {
        var request = examined.get("request");
        return send(
                "POST",
                PATH + "/" + request.get("id").asLong() + "/approval",
                by,
                "{'revision':" + request.get("revision").asInt() + "}");
    }

    private static String create(String name, String code) {
        var approved = approve(propose("{'kind':'create','reason':'nuevo','draft':" + draft(name, code) + "}"), OTHER);
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        return RunningRegistry.json(approved).at("/outcome/facility").asText();
    }

    private static JsonNode location(String id) {
        return RunningRegistry.json(registry.get("/fhir/Location/" + id, ONE));
    }

    private static List<String> resolved(String code) {
        var found = new ArrayList<String>();
        RunningRegistry.json(registry.get(PATH + "/codes/" + code, ONE))
                .get("facilities")
                .forEach(id -> found.add(id.asText()));
        return found;
    }

    @Test
    void whatOneProposesAnotherPublishes() {
        var examined = propose("{'kind':'create','reason':'nuevo','draft':" + draft("Mbarakaja Cué", "17099001") + "}");
        assertThat(examined.get("findings")).isEmpty();

        assertThat(approve(examined, ONE).statusCode()).isEqualTo(403);
        var published = RunningRegistry.json(approve(examined, OTHER));

        var id = published.at("/outcome/facility").asText();
        assertThat(location(id).get("name").asText()).isEqualTo("Mbarakaja Cué");
        assertThat(location(id).at("/meta/versionId").asText()).isEqualTo("1");
        assertThat(approve(examined, OTHER).statusCode()).isEqualTo(409);
    }

    @Test
    void aNewFacilityThatLooksLikeAnotherIsShownBesideIt() {
        var first = create("Guavira Poty Norte", "17099011");

        var examined = propose(
                "{'kind':'create','reason':'nuevo','draft':" + draft("U.S.F. Guavira Poty Nte", "17099012") + "}");

        assertThat(examined.get("findings"))
                .anySatisfy(
                        finding -> assertThat(finding.get("ruleId").asText()).isEqualTo("DIR-15"));
        assertThat(examined.get("duplicates")).anySatisfy(twin -> {
            assertThat(twin.get("facility").asText()).isEqualTo(first);
            assertThat(twin.get("reasons")).isNotEmpty();
        });
    }

    @Test
    void whatTheRulesForbidIsNotPublishedAndToldInSpanish() {
        var far = draft("Fuera Del Mapa", "18099021").replace("-21.73", "-10.5").replace("1702", "1799");
        var examined = propose("{'kind':'create','reason':'nuevo','draft':" + far + "}");

        var refused = approve(examined, OTHER);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("DIR-04", "DIR-07", "fuera del país");
        assertThat(examined.get("findings").findValuesAsText("ruleId")).contains("DIR-09");
    }

    @Test
    void aReviewIsOfExactlyTheRevisionThatWasSeen() {
        var examined = propose("{'kind':'create','reason':'nuevo','draft':" + draft("Karanda Poty", "17099031") + "}");
        var path = PATH + "/" + examined.at("/request/id").asLong();

        var revised = send(
                "PUT",
                path,
                ONE,
                "{'kind':'create','reason':'otro','draft':" + draft("Karanda Guasu", "17099031") + "}");

        assertThat(revised.statusCode()).as(revised.body()).isEqualTo(200);
        assertThat(approve(examined, OTHER).statusCode()).isEqualTo(409);
        assertThat(approve(RunningRegistry.json(revised), OTHER).statusCode()).isEqualTo(200);
    }

    @Test
    void aChangedBaseIsRefusedWithWhatDiffers() {
        var id = create("Ysapy Mimbi", "17099041");
        var rename = propose("{'kind':'change','facility':'" + id + "','reason':'nombre','draft':"
                + draft("Ysapy Mimbi Norte", "17099041") + "}");
        var close = propose("{'kind':'close','facility':'" + id + "','reason':'cierre'}");
        assertThat(approve(rename, OTHER).statusCode()).isEqualTo(200);

        var refused = approve(close, OTHER);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("name", "Ysapy Mimbi Norte");
        assertThat(location(id).get("status").asText()).isEqualTo("active");
    }

    @Test
    void aMergeClosesWhatItAbsorbsAndItsCodeLeadsToWhatRemains() {
        var stays = create("Jakare Ñe’ẽ", "17099051");
        var goes = create("Tatu Rape Ypy", "17099052");

        var merge = propose("{'kind':'merge','facility':'" + stays + "','absorbed':['" + goes + "'],'reason':'uno'}");
        assertThat(approve(merge, OTHER).statusCode()).isEqualTo(200);

        assertThat(location(goes).get("status").asText()).isEqualTo("inactive");
        assertThat(resolved("17099052")).containsExactly(stays);
        assertThat(resolved("17099051")).containsExactly(stays);
        assertThat(registry.get(PATH + "/codes/17099059", ONE).statusCode()).isEqualTo(404);
    }

    @Test
    void requestsOfAnotherShapeAreRefused() {
        for (var body : List.of(
                "{'kind':'create','reason':'x'}",
                "{'kind':'change','reason':'x','draft':" + draft("Sin sitio", "17099061") + "}",
                "{'kind':'close','facility':'nobody','reason':'x'}",
                "{'kind':'merge','facility':'f-1','reason':'x'}")) {
            assertThat(send("POST", PATH, ONE, body).statusCode()).as(body).isEqualTo(422);
        }
        assertThat(send("POST", PATH, ONE, "{'kind':'paint','reason':'x'}").statusCode())
                .isEqualTo(400);
        assertThat(send("POST", PATH, new Caller("source", Role.SYSTEM), "{'kind':'close','reason':'x'}")
                        .statusCode())
                .isEqualTo(403);
    }

    /** Whatever is asked in whatever order, each facility keeps its history, each code leads somewhere. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void noSequenceOfRequestsLosesAFacilityOrACode(long seed) {
        var random = new Random(seed);
        var ids = new ArrayList<String>();
        var codes = new ArrayList<String>();
        var open = new ArrayList<JsonNode>();
        for (int step = 0; step < 40; step++) {
            int choice = ids.size() < 2 ? 0 : random.nextInt(6);
            if (choice == 0) {
                var code = "1709" + (7000 + seed * 100 + codes.size());
                ids.add(create("Pindo Poty " + WORDS.get(codes.size() % WORDS.size()) + seed, code));
                codes.add(code);
            } else if (choice == 5 && !open.isEmpty()) {
                approve(open.remove(random.nextInt(open.size())), OTHER);
            } else {
                var answer = send("POST", PATH, ONE, request(choice, ids, codes, random));
                if (answer.statusCode() == 201) {
                    open.add(RunningRegistry.json(answer));
                }
            }
        }
        open.forEach(request -> approve(request, OTHER));

        for (var code : codes) {
            assertThat(resolved(code)).as(code).isNotEmpty();
        }
        for (var id : ids) {
            int version = location(id).at("/meta/versionId").asInt();
            assertThat(RunningRegistry.json(registry.get("/fhir/Location/" + id + "/_history", ONE))
                            .get("total")
                            .asInt())
                    .isEqualTo(version);
        }
    }

    private static final List<String> WORDS = List.of(
            "Arasa", "Guembe", "Jakaranda", "Kurupay", "Lapacho", "Mburukuja", "Ombu", "Pakuri", "Takuara", "Urunday");

    private static String request(int choice, List<String> ids, List<String> codes, Random random) {
        int one = random.nextInt(ids.size());
        var facility = "'facility':'" + ids.get(one) + "','reason':'prueba'";
        return switch (choice) {
            case 1 -> "{'kind':'close'," + facility + "}";
            case 2 -> "{'kind':'reopen'," + facility + "}";
            case 3 -> "{'kind':'merge'," + facility + ",'absorbed':['" + ids.get((one + 1) % ids.size()) + "']}";
            default ->
                "{'kind':'change'," + facility + ",'draft':"
                        + draft("Pindo Nuevo " + WORDS.get(random.nextInt(WORDS.size())), codes.get(one)) + "}";
        };
    }
}
