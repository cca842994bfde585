package org.hms.registry.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What else is told of a facility: its address, what it is, its outline, and the legal steps it took. */
@ExtendWith(SharedRegistry.class)
final class FacilityDetailsIT {

    private static final Caller FEED = new Caller("details-feed", Role.ADMIN);
    private static final Caller STEWARD = new Caller("details-steward", Role.STEWARD);
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String BOUNDARY = "http://hl7.org/fhir/StructureDefinition/location-boundary-geojson";
    private static final String STEP = "https://registry.hms.gov.py/fhir/StructureDefinition/facility-legal-step";
    private static final String STEPS = "https://registry.hms.gov.py/fhir/CodeSystem/facility-legal-step";
    private static final String SQUARE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[-59.2,-21.8],[-59.1,-21.8],[-59.1,-21.7],[-59.2,-21.8]]]}";

    private final RunningRegistry registry;

    FacilityDetailsIT(RunningRegistry registry) {
        this.registry = registry;
    }

    @Test
    void addressDescriptionAndBoundaryAreGivenBackAsTheyCame() {
        var id = id(created(located("Kure Rape", "17700061", SQUARE)));

        var read = parse(Location.class, registry.get("/fhir/Location/" + id, FEED));

        assertThat(read.getDescription()).isEqualTo("Frente a la plaza");
        assertThat(read.getAddress().getLine().getFirst().getValue()).isEqualTo("Mcal. López 123");
        assertThat(read.getAddress().getCity()).isEqualTo("Filadelfia");
        var boundary = (Attachment) read.getExtensionByUrl(BOUNDARY).getValue();
        assertThat(boundary.getContentType()).isEqualTo("application/geo+json");
        assertThat(new String(boundary.getData(), UTF_8)).isEqualTo(SQUARE);
        assertThat(send("PUT", "Location/" + id, read).headers().firstValue("ETag"))
                .as("equal content makes no version")
                .contains("W/\"1\"");
    }

    @Test
    void aBoundaryThatIsNoOutlineIsRefused() {
        var answer = send("POST", "Location", located("Sin Borde", "17700071", "{\"type\":\"Point\"}"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Location.extension", "Polygon");
    }

    @Test
    void aLegalStepThatEndsIsDueUntilItIsRenewed() {
        var today = LocalDate.now();
        var id = id(created(located("Jagua Rape", "17700081", SQUARE)));
        var organization = parse(Organization.class, registry.get("/fhir/Organization/" + id, FEED));
        organization.addExtension(step("registro", "R-1", today.minusYears(1), today.plusDays(10)));
        organization.addExtension(step("habilitacion", "H-1", today.minusYears(2), null));

        var told = send("PUT", "Organization/" + id, organization);

        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        assertThat(due()).contains(id + ",Jagua Rape,registro,R-1,").doesNotContain("H-1");
        assertThat(parse(Location.class, registry.get("/fhir/Location/" + id, FEED))
                        .getDescription())
                .as("what the other side tells stays")
                .isEqualTo("Frente a la plaza");

        var renewed = parse(Organization.class, told);
        renewed.addExtension(step("registro", "R-2", today, today.plusYears(1)));
        assertThat(send("PUT", "Organization/" + id, renewed).statusCode()).isEqualTo(200);
        assertThat(due()).doesNotContain(id);
        assertThat(RunningRegistry.json(registry.get("/api/v1/facilities/" + id, STEWARD))
                        .at("/details/steps"))
                .hasSize(3);
    }

    private String due() {
        return registry.send(registry.request("/api/v1/directory-quality/legal-steps?days=30", STEWARD)
                        .header("Accept", "text/csv"))
                .body();
    }

    private static Location located(String name, String code, String geojson) {
        var location = DirectoryFeedResources.location(name, code).setDescription("Frente a la plaza");
        location.getAddress().addLine("Mcal. López 123").setCity("Filadelfia").setCountry("PY");
        location.addExtension(new Extension(
                BOUNDARY,
                new Attachment().setContentType("application/geo+json").setData(geojson.getBytes(UTF_8))));
        return location;
    }

    private static Extension step(String kind, String number, LocalDate from, @Nullable LocalDate until) {
        var step = new Extension(STEP);
        step.addExtension("kind", new Coding(STEPS, kind, null));
        step.addExtension("number", new StringType(number));
        var period = new Period().setStartElement(new DateTimeType(from.toString()));
        if (until != null) {
            period.setEndElement(new DateTimeType(until.toString()));
        }
        step.addExtension("period", period);
        return step;
    }

    private HttpResponse<String> created(Location location) {
        var answer = send("POST", "Location", location);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private static String id(HttpResponse<String> answer) {
        return parse(Location.class, answer).getIdElement().getIdPart();
    }

    private static <T extends Resource> T parse(Class<T> type, HttpResponse<String> answer) {
        return FHIR.newJsonParser().parseResource(type, answer.body());
    }

    private HttpResponse<String> send(String method, String path, Resource body) {
        var text = FHIR.newJsonParser().encodeResourceToString(body);
        return registry.send(registry.request("/fhir/" + path, FEED)
                .header("Content-Type", "application/fhir+json")
                .method(method, HttpRequest.BodyPublishers.ofString(text)));
    }
}
