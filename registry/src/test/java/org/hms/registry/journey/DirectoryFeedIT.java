package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Location.LocationStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Facilities written by other systems as mCSD's feed has it (ITI-130): one by one, in batches and in transactions. */
@ExtendWith(SharedRegistry.class)
final class DirectoryFeedIT {

    private static final Caller FEED = new Caller("feed-system", Role.ADMIN);
    private static final Caller STEWARD = new Caller("feed-steward", Role.STEWARD);
    private static final Caller READER = new Caller("feed-reader", Role.READER);
    private static final String JSON = "application/fhir+json";
    private static final String XML = "application/fhir+xml";
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final RunningRegistry registry;

    DirectoryFeedIT(RunningRegistry registry) {
        this.registry = registry;
    }

    @Test
    void aLocationIsCreatedWithItsOrganizationRevisedAndClosed() {
        var created = send("POST", "Location", DirectoryFeedResources.location("Ñandu Rape", "17500001"), FEED);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var location = parse(Location.class, created);
        var id = location.getIdElement().getIdPart();
        assertThat(created.headers().firstValue("Location").orElse("")).endsWith("/Location/" + id + "/_history/1");
        assertThat(read(Organization.class, id).getName()).isEqualTo("Ñandu Rape");

        assertThat(parse(Location.class, send("PUT", "Location/" + id, location, FEED))
                        .getMeta()
                        .getVersionId())
                .as("equal content makes no version")
                .isEqualTo("1");
        location.setName("Ñandu Rape Norte").setStatus(LocationStatus.SUSPENDED);
        var revised = parse(Location.class, send("PUT", "Location/" + id, location, FEED));
        assertThat(revised.getMeta().getVersionId()).isEqualTo("2");
        assertThat(revised.getStatus()).isEqualTo(LocationStatus.SUSPENDED);

        assertThat(send("DELETE", "Organization/" + id, null, FEED).statusCode())
                .isEqualTo(204);
        assertThat(read(Location.class, id).getStatus()).isEqualTo(LocationStatus.INACTIVE);
        assertThat(read(Organization.class, id).getActive()).isFalse();
        assertThat(send("DELETE", "Organization/" + id, null, FEED).statusCode())
                .isEqualTo(204);
    }

    @Test
    void anOrganizationThatCameFirstGetsItsLocationOnce() {
        var created = send("POST", "Organization", DirectoryFeedResources.organization("Ka'i Rape", "17500011"), FEED);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var id = parse(Organization.class, created).getIdElement().getIdPart();
        var location = DirectoryFeedResources.location("Ka'i Rape", "17500011")
                .setManagingOrganization(new Reference("Organization/" + id));
        location.setPosition(null);

        var placed = send("POST", "Location", location, FEED);

        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
        assertThat(parse(Location.class, placed).getIdElement().getIdPart()).isEqualTo(id);
        assertThat(send("POST", "Location", location, FEED).statusCode()).isEqualTo(409);
    }

    @Test
    void aStaleVersionAnUnknownIdAndAReaderAreRefused() {
        var created = parse(
                Location.class,
                send("POST", "Location", DirectoryFeedResources.location("Mykure Kua", "17500021"), FEED));
        var path = "Location/" + created.getIdElement().getIdPart();

        assertThat(send("PUT", path, created.setName("Mykure Kua Guasu"), FEED, "If-Match", "W/\"7\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(send("PUT", path, created, READER).statusCode()).isEqualTo(403);
        // Stewards propose, so that another one reviews.
        assertThat(send("PUT", path, created, STEWARD).statusCode()).isEqualTo(403);
        var stranger =
                (Location) DirectoryFeedResources.location("Nobody", "17500022").setId("nobody");
        assertThat(send("PUT", "Location/nobody", stranger, FEED).statusCode()).isEqualTo(404);
    }

    @Test
    void whatTheRulesForbidAndWhatIsNotKeptIsNamed() {
        var far = DirectoryFeedResources.location("Fuera Del Distrito", "17500031")
                .setPartOf(new Reference("Location/py-dis-9999"));
        assertIssue(send("POST", "Location", far, FEED), 422, "DIR-04", "Location.partOf");

        var described =
                DirectoryFeedResources.location("Con Excepciones", "17500032").setAvailabilityExceptions("Navidad");
        assertIssue(send("POST", "Location", described, FEED), 422, "not keep", "Location.availabilityExceptions");

        var area = DirectoryFeedResources.location("Un Distrito", "17500033");
        area.getTypeFirstRep().getCodingFirstRep().setCode("jurisdiction");
        assertIssue(send("POST", "Location", area, FEED), 422, "facility", "Location.type");

        var nameless = DirectoryFeedResources.location("x", "17500034").setName(null);
        assertIssue(send("POST", "Location", nameless, FEED), 400, "name", "Location.name");
    }

    @Test
    void identifiersKeepTheirUseAndTypeAndOldOnesStay() {
        var location = DirectoryFeedResources.location("Jatevu Kua", "17500041");
        location.addIdentifier()
                .setSystem("urn:test:his")
                .setValue("0017500.00000041")
                .setUse(IdentifierUse.SECONDARY)
                .setType(DirectoryFeedResources.concept("http://terminology.hl7.org/CodeSystem/v2-0203", "FI"));
        var created = parse(Location.class, send("POST", "Location", location, FEED));
        var his = created.getIdentifier().stream()
                .filter(one -> one.getSystem().equals("urn:test:his"))
                .findFirst()
                .orElseThrow();
        assertThat(his.getUse()).isEqualTo(IdentifierUse.SECONDARY);
        assertThat(his.getType().getCodingFirstRep().getCode()).isEqualTo("FI");

        created.setIdentifier(List.of(his));
        var revised = parse(
                Location.class, send("PUT", "Location/" + created.getIdElement().getIdPart(), created, FEED));

        assertThat(revised.getIdentifier())
                .anySatisfy(one -> assertThat(one.getValue()).isEqualTo("17500041"));
    }

    @Test
    void aTransactionWritesAPairAndWhatRefersToItInJsonAndInXml() {
        for (var format : List.of(JSON, XML)) {
            var number = format.equals(JSON) ? "17500051" : "17500052";
            var answer = registry.send(
                    request("POST", "", FEED, format, DirectoryFeedResources.pairWithServices("Teju " + number, number))
                            .header("Accept", format));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            var response = (Bundle)
                    (format.equals(JSON) ? FHIR.newJsonParser() : FHIR.newXmlParser()).parseResource(answer.body());
            assertThat(response.getType()).isEqualTo(BundleType.TRANSACTIONRESPONSE);
            assertThat(response.getEntry())
                    .allSatisfy(
                            entry -> assertThat(entry.getResponse().getStatus()).isEqualTo("201 Created"));
            var location = (Location) response.getEntry().get(1).getResource();
            var service = (HealthcareService) response.getEntry().get(0).getResource();
            var organization = response.getEntry().get(2).getResource();
            assertThat(location.getIdElement().getIdPart())
                    .isEqualTo(organization.getIdElement().getIdPart());
            assertThat(service.getLocationFirstRep().getReference())
                    .isEqualTo("Location/" + location.getIdElement().getIdPart());
        }
    }

    @Test
    void aTransactionIsWrittenWholeOrNotAtAll() {
        var bundle = DirectoryFeedResources.pairWithServices("Aguara Kua", "17500061");
        ((HealthcareService) bundle.getEntry().getFirst().getResource()).setType(List.of());

        var answer = send("POST", "", bundle, FEED);

        assertIssue(answer, 400, "type", "Bundle.entry[0].HealthcareService.type");
        assertThat(registry.get("/fhir/Location?identifier=17500061", READER).body())
                .contains("\"total\":0");
        assertThat(registry.get("/fhir/Organization?identifier=17500061", READER)
                        .body())
                .contains("\"total\":0");
        assertThat(send("POST", "", DirectoryFeedResources.pairWithServices("Aguara Kua", "17500062"), READER)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aBatchAnswersEachEntryByItself() {
        var batch = new Bundle().setType(BundleType.BATCH);
        DirectoryFeedResources.add(batch, null, DirectoryFeedResources.location("Kavure'i", "17500071"));
        DirectoryFeedResources.add(
                batch,
                null,
                DirectoryFeedResources.location("Kavure'i Rape", "17500072")
                        .setPartOf(new Reference("Location/py-dis-9999")));
        batch.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl("Organization?type=health-region&_count=1");

        var response = parse(Bundle.class, send("POST", "", batch, FEED));

        assertThat(response.getEntry())
                .extracting(entry -> entry.getResponse().getStatus())
                .containsExactly("201 Created", "422 Unprocessable Content", "200 OK");
        assertThat(((OperationOutcome) response.getEntry().get(1).getResponse().getOutcome())
                        .getIssueFirstRep()
                        .getDiagnostics())
                .contains("DIR-04");
        assertThat(((Bundle) response.getEntry().get(2).getResource()).getTotal())
                .isEqualTo(18);
    }

    @Test
    void aServiceTellsWhenItIsClosedAndHowManyBedsItHas() {
        var hospital = parse(
                Location.class,
                send("POST", "Location", DirectoryFeedResources.location("Guyra Rape", "17500081"), FEED));
        var service = DirectoryFeedResources.service(
                new Reference("Location/" + hospital.getIdElement().getIdPart()));
        service.setAvailabilityExceptions("Feriados cerrado");
        service.addNotAvailable()
                .setDescription("Navidad")
                .getDuring()
                .setStartElement(new DateTimeType("2026-12-24"))
                .setEndElement(new DateTimeType("2026-12-25"));
        var beds = service.addExtension().setUrl("https://registry.hms.gov.py/fhir/StructureDefinition/service-beds");
        beds.addExtension(
                "kind", new CodeableConcept(new Coding("urn:test:bed", "intensive-care", "Terapia intensiva")));
        beds.addExtension("number", new IntegerType(6));

        var created = parse(HealthcareService.class, send("POST", "HealthcareService", service, FEED));

        var read = read(HealthcareService.class, created.getIdElement().getIdPart());
        assertThat(read.getNotAvailableFirstRep().getDuring().getEndElement().getValueAsString())
                .isEqualTo("2026-12-25");
        assertThat(read.getAvailabilityExceptions()).isEqualTo("Feriados cerrado");
        assertThat(read.getExtension().getFirst().equalsDeep(beds)).isTrue();
        beds.setExtension(List.of(beds.getExtension().getFirst()));
        assertThat(send("POST", "HealthcareService", service, FEED).statusCode())
                .isEqualTo(400);
    }

    private static void assertIssue(HttpResponse<String> answer, int status, String says, String expression) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(parse(OperationOutcome.class, answer).getIssue()).anySatisfy(issue -> {
            assertThat(issue.getDiagnostics()).contains(says);
            assertThat(issue.getExpression()).extracting(Object::toString).contains(expression);
        });
    }

    private <T extends Resource> T read(Class<T> type, String id) {
        return parse(type, registry.get("/fhir/" + type.getSimpleName() + "/" + id, READER));
    }

    private static <T extends Resource> T parse(Class<T> type, HttpResponse<String> answer) {
        return FHIR.newJsonParser().parseResource(type, answer.body());
    }

    private HttpResponse<String> send(
            String method, String path, @Nullable Resource body, Caller caller, String... headers) {
        var request = request(method, path, caller, JSON, body);
        return registry.send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpRequest.Builder request(
            String method, String path, Caller caller, String format, @Nullable Resource body) {
        var parser = format.equals(JSON) ? FHIR.newJsonParser() : FHIR.newXmlParser();
        var text = body == null ? "" : parser.encodeResourceToString(body);
        return registry.request("/fhir" + (path.isEmpty() ? "" : "/" + path), caller)
                .header("Content-Type", format)
                .method(method, HttpRequest.BodyPublishers.ofString(text));
    }
}
