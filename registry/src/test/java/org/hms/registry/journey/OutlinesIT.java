package org.hms.registry.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Location.LocationStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.territory.DirectorySystems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Outlines of jurisdictions: written by mCSD's feed, given back, and given out as a map. */
@ExtendWith(SharedRegistry.class)
final class OutlinesIT {

    private static final Caller FEED = new Caller("map-system", Role.ADMIN);
    private static final Caller STEWARD = new Caller("map-steward", Role.STEWARD);
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String BOUNDARY = "http://hl7.org/fhir/StructureDefinition/location-boundary-geojson";
    private static final String EXPORT = "/api/v1/directory-exports/jurisdictions";
    private static final String SQUARE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[-59.2,-21.8],[-59.1,-21.8],[-59.1,-21.7],[-59.2,-21.8]]]}";

    private final RunningRegistry registry;

    OutlinesIT(RunningRegistry registry) {
        this.registry = registry;
    }

    @Test
    void theOutlineOfADistrictIsGivenBackAndGivenOut() {
        var created = send("POST", "Location", district("1788", SQUARE));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);

        var read = parse(Location.class, registry.get("/fhir/Location/py-dis-1788", FEED));

        var attachment = (Attachment) read.getExtensionByUrl(BOUNDARY).getValue();
        assertThat(attachment.getContentType()).isEqualTo("application/geo+json");
        assertThat(new String(attachment.getData(), UTF_8)).isEqualTo(SQUARE);
        assertThat(send("PUT", "Location/py-dis-1788", read).headers().firstValue("ETag"))
                .as("equal content makes no version")
                .contains("W/\"1\"");
        assertThat(exported("py-dis-1788", "?level=district").path("geometry")).hasToString(SQUARE);
    }

    @Test
    void itStaysWhenItsOrganizationIsRevisedOrItIsClosed() {
        send(
                "POST",
                "Location",
                district("1787", "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + SQUARE + "}"));
        var organization = parse(Organization.class, registry.get("/fhir/Organization/py-dis-1787", FEED));
        assertThat(send("PUT", "Organization/py-dis-1787", organization.setName("Otro Nombre"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("DELETE", "Location/py-dis-1787", new Location()).statusCode())
                .isEqualTo(204);

        var feature = exported("py-dis-1787", "");

        assertThat(feature.path("geometry")).as("the geometry of the feature").hasToString(SQUARE);
        assertThat(feature.at("/properties/status").asText()).isEqualTo("inactive");
        assertThat(feature.at("/properties/name").asText()).isEqualTo("Otro Nombre");
        assertThat(registry.get(EXPORT + "?status=active", FEED).body()).doesNotContain("py-dis-1787");
    }

    @Test
    void whatIsNoOutlineOrLiesAbroadIsRefused() {
        var open = send("POST", "Location", district("1786", SQUARE.replace("[-59.2,-21.8]]]", "[-59.3,-21.8]]]")));
        assertThat(open.statusCode()).isEqualTo(422);
        assertThat(open.body()).contains("Location.extension", "ring");

        // Latitude before longitude, as it is often written.
        var swapped =
                "{\"type\":\"Polygon\",\"coordinates\":[[[-21.8,-59.2],[-21.8,-59.1],[-21.7,-59.1],[-21.8,-59.2]]]}";
        var abroad = send("POST", "Location", district("1786", swapped));
        assertThat(abroad.statusCode()).isEqualTo(422);
        assertThat(abroad.body()).contains("Location.extension", "JUR-11");
        assertThat(registry.get("/fhir/Location/py-dis-1786", FEED).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aProposalWithWhatIsNoOutlineIsRefused() {
        var proposal = """
            {"kind": "create", "reason": "nuevo", "draft": {"name": "Con Borde", "type": "USF", "district": "1702",
             "healthRegion": "17", "details": {"boundary": "%s"}}}
            """;

        assertThat(propose(proposal.formatted("alrededor")).statusCode()).isEqualTo(400);
        assertThat(propose(proposal.formatted(SQUARE.replace("\"", "\\\""))).statusCode())
                .isEqualTo(201);
    }

    private HttpResponse<String> propose(String body) {
        return registry.send(registry.request("/api/v1/facility-requests", STEWARD)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void theWholeTerritoryIsGivenOutWithPointsWhereThereAreNoOutlines() {
        var shipped = exported("py-dis-0000", "?level=district");
        assertThat(shipped.at("/geometry/type").asText()).isEqualTo("Point");
        assertThat(shipped.at("/properties/parent").asText()).isEqualTo("py-dep-00");
        assertThat(exported("py-rs-17", "").path("geometry").isNull()).isTrue();
        for (var wrong : new String[] {"?format=csv", "?level=galaxy", "?status=closed"}) {
            assertThat(registry.get(EXPORT + wrong, FEED).statusCode()).isEqualTo(400);
        }
    }

    private JsonNode exported(String id, String query) {
        var answer = registry.get(EXPORT + query, FEED);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/geo+json");
        for (var feature : RunningRegistry.json(answer).path("features")) {
            if (feature.path("id").asText().equals(id)) {
                return feature;
            }
        }
        throw new AssertionError("No feature " + id);
    }

    private static Location district(String code, String geojson) {
        var location = new Location().setName("Contorno " + code).setStatus(LocationStatus.ACTIVE);
        location.addIdentifier().setSystem(DirectorySystems.INE_DISTRICT).setValue(code);
        location.addType(DirectoryFeedResources.concept(DirectorySystems.JURISDICTION_LEVEL, "district"));
        location.addExtension(new Extension(
                BOUNDARY,
                new Attachment().setContentType("application/geo+json").setData(geojson.getBytes(UTF_8))));
        return location.setPartOf(new Reference("Location/py-dep-17"));
    }

    private static <T extends Resource> T parse(Class<T> type, HttpResponse<String> answer) {
        return FHIR.newJsonParser().parseResource(type, answer.body());
    }

    private HttpResponse<String> send(String method, String path, Resource body) {
        return registry.send(registry.request("/fhir/" + path, FEED)
                .header("Content-Type", "application/fhir+json")
                .method(
                        method,
                        HttpRequest.BodyPublishers.ofString(FHIR.newJsonParser().encodeResourceToString(body))));
    }
}
