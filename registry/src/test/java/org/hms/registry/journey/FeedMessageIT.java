package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.FeedFixture.ADMIN;
import static org.hms.registry.journey.FeedFixture.entry;
import static org.hms.registry.journey.FeedFixture.parse;
import static org.hms.registry.journey.FeedFixture.refused;
import static org.hms.registry.journey.FeedFixture.replaced;
import static org.hms.registry.journey.TestPatients.patient;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed as a message (ITI-93), by the text of the profile, and the samples that IHE's connectathon uses. */
final class FeedMessageIT {

    private static final String TIANI = "urn:oid:1.3.6.1.4.1.21367.13.20.308";
    private static final String HARNESS = "http://ohie.org/test/test_a";
    private static final String MOTHERS_NAME = "http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName";
    private static final Path SHARED = Path.of("../../shared/data/ihe");

    @TempDir
    private static Path home;

    private static RunningRegistry registry;
    private static FeedFixture feed;

    /** On a registry of its own: others feed the published requests too. */
    @BeforeAll
    static void start() {
        registry = RunningRegistry.on(home.resolve("data"));
        feed = new FeedFixture(registry);
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    private static Bundle history() {
        return new Bundle().setType(BundleType.HISTORY);
    }

    private static Bundle message(Bundle history) {
        var header = new MessageHeader().setEvent(new UriType("urn:ihe:iti:pmir:2019:patient-feed"));
        header.setId("m-1");
        header.getSource().setEndpoint("urn:example:source");
        var bundle = new Bundle().setType(BundleType.MESSAGE);
        bundle.addEntry().setResource(header);
        bundle.addEntry().setResource(history);
        return bundle;
    }

    private static HttpResponse<String> send(Bundle history) {
        return feed.post(RunningRegistry.source("pmir-source"), "/fhir/$process-message", message(history));
    }

    /** What became of each entry. */
    private static List<String> statuses(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var response = parse(Bundle.class, answer);
        assertThat(response.getType()).isEqualTo(BundleType.MESSAGE);
        var header = (MessageHeader) response.getEntryFirstRep().getResource();
        var statuses = ((Bundle) response.getEntry().get(1).getResource())
                .getEntry().stream()
                        .map(one -> one.getResponse().getStatus().substring(0, 3))
                        .toList();
        var code = statuses.stream().allMatch(status -> status.startsWith("2")) ? "ok" : "fatal-error";
        assertThat(header.getResponse().getCode().toCode()).isEqualTo(code);
        assertThat(header.getEventUriType().getValue()).isEqualTo("urn:ihe:iti:pmir:2019:patient-feed-response");
        return statuses;
    }

    private static BundleEntryComponent change(Bundle history, HTTPVerb method, Resource resource) {
        return entry(history, method, resource.fhirType() + "/1").setResource(resource);
    }

    @Test
    void patientsAreCreatedUpdatedMergedAndDeletedByMessages() {
        var create = history();
        change(create, HTTPVerb.POST, patient(TIANI, "msg-1", "Venancia | Jara Kallsen | 1924-06-24 | F"));
        change(create, HTTPVerb.POST, patient(TIANI, "msg-2", "Wilma | Leguizamón Maidana | 1984-07-25 | F"));
        var update = history();
        change(update, HTTPVerb.PUT, patient(TIANI, "msg-1", "Venancia Luz | Jara Kallsen | 1924-06-24 | F"));
        var merge = history();
        change(
                merge,
                HTTPVerb.PUT,
                replaced(patient(TIANI, "msg-1", "Venancia | Jara Kallsen | 1924-06-24 | F"), TIANI, "msg-2"));
        var delete = history();
        change(delete, HTTPVerb.DELETE, patient(TIANI, "msg-2", "Wilma | Leguizamón Maidana | 1984-07-25 | F"));

        assertThat(statuses(send(create))).containsExactly("201", "201");
        assertThat(statuses(send(create))).as("again").containsExactly("200", "200");
        assertThat(statuses(send(update))).containsExactly("200");
        assertThat(feed.personOf(TIANI, "msg-1")).isNotEqualTo(feed.personOf(TIANI, "msg-2"));
        assertThat(statuses(send(merge))).containsExactly("200");
        assertThat(feed.personOf(TIANI, "msg-1")).isEqualTo(feed.personOf(TIANI, "msg-2"));
        assertThat(statuses(send(delete))).containsExactly("204");
        assertThat(feed.versionsOf(TIANI, "msg-2")).isEqualTo(2);
    }

    @Test
    void anUnmergeIsRefusedInItsPlaceAndChangesNothing() {
        var create = history();
        change(create, HTTPVerb.POST, patient(TIANI, "un-1", "Ximena | Mendieta Núñez | 1934-08-26 | F"));
        change(create, HTTPVerb.POST, patient(TIANI, "un-2", "Yolanda | Orrego Patiño | 1994-09-27 | F"));
        var merge = history();
        change(
                merge,
                HTTPVerb.PUT,
                replaced(patient(TIANI, "un-1", "Ximena | Mendieta Núñez | 1934-08-26 | F"), TIANI, "un-2"));
        send(create);
        send(merge);
        var unmerge = history();
        change(unmerge, HTTPVerb.PUT, patient(TIANI, "un-1", "Ximena | Mendieta Núñez | 1934-08-26 | F"));
        change(unmerge, HTTPVerb.PUT, patient(TIANI, "un-2", "Yolanda Paz | Orrego Patiño | 1994-09-27 | F"));

        assertThat(statuses(send(unmerge))).containsExactly("405", "200");
        assertThat(feed.personOf(TIANI, "un-1")).isEqualTo(feed.personOf(TIANI, "un-2"));
        assertThat(feed.versionsOf(TIANI, "un-1")).isEqualTo(2);
    }

    @Test
    void aNewbornsMotherIsToldByARelatedPerson() {
        var born = history();
        var baby = change(born, HTTPVerb.POST, patient(TIANI, "baby-1", "RN | Quevedo | 2026-10-01 | M"));
        baby.setFullUrl("urn:uuid:5b8a1c52-9a55-4f3a-8a11-1f8f7f7a0011");
        var related = new RelatedPerson().setPatient(new Reference("urn:uuid:5b8a1c52-9a55-4f3a-8a11-1f8f7f7a0011"));
        related.addRelationship().addCoding().setCode("MTH");
        change(born, HTTPVerb.POST, related).setFullUrl("urn:uuid:5b8a1c52-9a55-4f3a-8a11-1f8f7f7a0012");
        var mother = patient(TIANI, "mother-1", "Zenona | Quevedo Ramos | 2001-10-28 | F");
        mother.addLink()
                .setType(LinkType.SEEALSO)
                .setOther(new Reference("urn:uuid:5b8a1c52-9a55-4f3a-8a11-1f8f7f7a0012"));
        change(born, HTTPVerb.POST, mother);

        var answered = statuses(send(born));

        assertThat(answered)
                .as("the mother's link names a RelatedPerson, which stays in the message")
                .containsExactly("201", "200", "201");
        assertThat(motherOf("baby-1")).isEqualTo("Zenona Quevedo Ramos");
    }

    private static String motherOf(String number) {
        var found = feed.registry().get("/fhir/Patient?identifier=" + FeedFixture.token(TIANI, number), ADMIN);
        var person = (Patient) parse(Bundle.class, found).getEntryFirstRep().getResource();
        return ((StringType) person.getExtensionByUrl(MOTHERS_NAME).getValue()).getValue();
    }

    @Test
    void whatIsNoFeedMessageIsRefused() {
        var other = message(history());
        ((MessageHeader) other.getEntryFirstRep().getResource()).setEvent(new UriType("urn:other"));

        refused(post(other), 422, "Bundle.entry[0].resource.event");
        refused(post(new Bundle().setType(BundleType.COLLECTION)), 400, "Bundle.type");
        refused(post(new Bundle().setType(BundleType.MESSAGE)), 400, "Bundle.entry[0]");
        var headless = message(history());
        headless.getEntry().removeLast();
        refused(post(headless), 400, "Bundle.entry[1]");
    }

    private static HttpResponse<String> post(Bundle message) {
        return feed.post(ADMIN, "/fhir/$process-message", message);
    }

    /** Expected by 2:3.93.4.1.3: created, created, created, updated. */
    @Test
    void theConnectathonsSamplesAreTaken() throws IOException {
        assertThat(statuses(sample("CATsample1-ITI-93-mother.xml"))).containsExactly("201");
        assertThat(statuses(sample("CATsample3-ITI-93-baby.xml"))).containsExactly("201");
        assertThat(statuses(sample("CATsample6-ITI-93-updateBaby.xml"))).containsExactly("200");
        assertThat(statuses(sample("CATsample7-ITI-93-merge.xml")))
                .as("it names the survivor by an id of the sender's own, which nobody here knows")
                .containsExactly("422");
        assertThat(sample("CATsample8-ITI-93-merge.xml").statusCode())
                .as("an answer is no feed")
                .isEqualTo(400);
        var history = history();
        var related = sampleText("CATsample5-ITI-93-RelatedPerson.xml");
        change(history, HTTPVerb.POST, (Resource)
                FhirContext.forR4Cached().newXmlParser().parseResource(related));
        assertThat(statuses(send(history))).containsExactly("200");
        assertThat(motherOf("Child")).isEqualTo("Mother Tiani-Spirit");
    }

    private static HttpResponse<String> sample(String name) throws IOException {
        return feed.registry()
                .send(feed.registry()
                        .request("/fhir/$process-message", RunningRegistry.source("pmir-source"))
                        .header("Content-Type", "application/fhir+xml")
                        .header("Accept", "application/fhir+json")
                        .POST(BodyPublishers.ofString(sampleText(name))));
    }

    private static String sampleText(String name) throws IOException {
        var file = SHARED.resolve("pmir").resolve(name);
        assumeTrue(Files.exists(file), "The PMIR samples are not beside the project");
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** The client registry cases CR-01 to CR-08, their outcomes by PIXm and PMIR. */
    @Test
    void theClientRegistryCasesAreAnsweredAsTheSpecificationsSay() throws IOException {
        assertThat(statuses(openHie("OHIE-CR-01-10")))
                .as("an identifier without system")
                .containsExactly("400");
        assertThat(statuses(openHie("OHIE-CR-02-10")))
                .as("a system that nobody owns")
                .containsExactly("400");
        assertThat(statuses(openHie("OHIE-CR-04-10"))).containsExactly("201");
        assertThat(statuses(openHie("OHIE-CR-04-20"))).containsExactly("201");
        assertThat(statuses(openHie("OHIE-CR-05-20")).getFirst())
                .as("the newborn")
                .isEqualTo("201");
        assertThat(statuses(openHie("OHIE-CR-08-10"))).containsExactly("201");
        assertThat(statuses(openHie("OHIE-CR-08-20"))).containsExactly("201");
        assertThat(statuses(openHie("OHIE-CR-08-30"))).as("merge").containsExactly("200");
        assertThat(feed.personOf(HARNESS, "FHRA-081")).isEqualTo(feed.personOf(HARNESS, "FHRA-080"));
    }

    private static HttpResponse<String> openHie(String name) throws IOException {
        var file = SHARED.resolve("openhie-cr-fhir-requests").resolve(name + ".json");
        assumeTrue(Files.exists(file), "The OpenHIE requests are not beside the project");
        var body = Files.readString(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
        return feed.registry()
                .send(feed.registry()
                        .request(
                                "/fhir/$process-message",
                                RunningRegistry.source(name.startsWith("OHIE-CR-05") ? "ohie-harness" : "ohie-a"))
                        .header("Content-Type", FeedFixture.JSON)
                        .POST(BodyPublishers.ofString(body)));
    }
}
