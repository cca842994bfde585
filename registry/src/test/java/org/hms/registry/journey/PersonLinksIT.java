package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.TestPatients.CEDULA;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;
import static org.hms.registry.journey.TestPatients.patient;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hangs together with a person: everything known, mothers, where values came from, links, and cross-references by POST. */
@ExtendWith(SharedRegistry.class)
final class PersonLinksIT {

    private static final Caller ADMIN = new Caller("test-admin", Role.ADMIN);
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private static RunningRegistry registry;
    private static IGenericClient client;
    private static String eid;
    private static String first;
    private static String second;

    @BeforeAll
    static void feed(RunningRegistry shared) {
        registry = shared;
        client = shared.client(ADMIN);
        var row = "Anacleta | Fretes Galli | 2026-02-03 | F | 7500001 | Odulia Galli";
        first = Feeding.feed(client, patient(HIS, "links-1", row)).getId().getIdPart();
        var joined = Feeding.feed(client, patient(IPS, "links-2", row));
        second = joined.getId().getIdPart();
        eid = Feeding.eid(joined);
    }

    private static <T extends Resource> T read(Class<T> type, String path) {
        var answer = registry.get("/fhir/" + path, ADMIN);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return FHIR.newJsonParser().parseResource(type, answer.body());
    }

    private static HttpResponse<String> post(String path, String body) {
        return registry.send(registry.request("/fhir/" + path, ADMIN)
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static <T extends Resource> List<T> of(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void everythingOfAPersonIsThePersonTheRecordsTheMotherAndWhereValuesCameFrom() {
        var everything = read(Bundle.class, "Patient/" + eid + "/$everything");

        assertThat(of(everything, Patient.class).stream()
                        .map(one -> one.getIdElement().getIdPart()))
                .containsExactlyInAnyOrder(eid, first, second);
        assertThat(everything.getEntryFirstRep().getResource().getIdElement().getIdPart())
                .isEqualTo(eid);
        assertThat(of(everything, RelatedPerson.class)).singleElement().satisfies(mother -> {
            assertThat(mother.getPatient().getReference()).isEqualTo("Patient/" + eid);
            assertThat(mother.getRelationshipFirstRep().getCodingFirstRep().getCode())
                    .isEqualTo("MTH");
            assertThat(mother.getNameFirstRep().getNameAsSingleString()).isEqualTo("Odulia Galli");
        });
        assertThat(of(everything, Provenance.class))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(provenance -> {
                    assertThat(provenance.getTargetFirstRep().getReference())
                            .startsWith("Patient/" + eid + "/_history/");
                    assertThat(provenance.getEntityFirstRep().getWhat().getReference())
                            .isIn("Patient/" + first + "/_history/1", "Patient/" + second + "/_history/1");
                });
        assertThat(everything.getTotal()).isEqualTo(everything.getEntry().size());
        for (var entry : everything.getEntry()) {
            var path = entry.getFullUrl().substring(entry.getFullUrl().indexOf("/fhir/") + 6);
            assertThat(registry.get("/fhir/" + path, ADMIN).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void everythingCanBeNarrowedAndARecordLeadsToItsPerson() {
        var patients = read(Bundle.class, "Patient/" + first + "/$everything?_type=Patient");

        assertThat(patients.getEntry()).hasSize(3);
        assertThat(registry.get("/fhir/Patient/nobody/$everything", ADMIN).statusCode())
                .isEqualTo(404);
        assertThat(registry.get("/fhir/Patient/" + eid + "/$everything", new Caller("r", Role.READER))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "patient=Patient/EID, 1",
        "patient=EID, 1",
        "patient=Patient/RECORD, 1",
        "_id=mother-EID, 1",
        "patient=Patient/x, 0"
    })
    void aMotherIsFoundByTheChild(String query, int count) {
        var found =
                read(Bundle.class, "RelatedPerson?" + query.replace("EID", eid).replace("RECORD", first));

        assertThat(found.getTotal()).isEqualTo(count);
        assertThat(found.getEntry()).hasSize(count);
    }

    @Test
    void aReadOfAPersonHasThePersonsRecordsAndARecordItsPerson() {
        var person = read(Patient.class, "Patient/" + eid);
        var record = read(Patient.class, "Patient/" + first);

        assertThat(person.getLink().stream().map(link -> link.getOther().getReference()))
                .containsExactlyInAnyOrder("Patient/" + first, "Patient/" + second);
        assertThat(record.getLinkFirstRep().getType()).isEqualTo(Patient.LinkType.REFER);
        assertThat(record.getLinkFirstRep().getOther().getReference()).isEqualTo("Patient/" + eid);
    }

    private static Map<String, String> parts(ParametersParameterComponent link) {
        return link.getPart().stream()
                .collect(Collectors.toMap(
                        ParametersParameterComponent::getName,
                        part -> part.getValue().primitiveValue()));
    }

    private static List<Map<String, String>> links(Parameters answer, String name) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals(name))
                .map(PersonLinksIT::parts)
                .toList();
    }

    @Test
    void theLinksOfAPersonAreThoseOfTheRecords() {
        var found = links(read(Parameters.class, "$mdm-query-links?goldenResourceId=Patient/" + eid), "link");

        assertThat(found).hasSize(2).allSatisfy(link -> {
            assertThat(link).containsEntry("matchResult", "MATCH").containsEntry("linkSource", "AUTO");
            assertThat(link).containsEntry("goldenResourceId", "Patient/" + eid);
            assertThat(Double.parseDouble(link.get("score"))).isBetween(0.99, 1.0);
        });
        assertThat(found.stream().map(link -> link.get("sourceResourceId")))
                .containsExactlyInAnyOrder("Patient/" + first, "Patient/" + second);
    }

    @Test
    void linksPageAndAreAskedByPostToo() {
        var body = """
                {"resourceType":"Parameters","parameter":[
                  {"name":"goldenResourceId","valueString":"%s"},
                  {"name":"_count","valueInteger":1},{"name":"_offset","valueInteger":0}]}\
                """.formatted(eid);
        var page = FHIR.newJsonParser()
                .parseResource(Parameters.class, post("$mdm-query-links", body).body());
        var next = page.getParameter("next").getValue().primitiveValue();
        var second = read(Parameters.class, next.substring(next.indexOf("/fhir/") + 6));

        assertThat(links(page, "link")).hasSize(1);
        assertThat(links(second, "link")).hasSize(1).isNotEqualTo(links(page, "link"));
        assertThat(second.hasParameter("next")).isFalse();
        assertThat(second.hasParameter("prev")).isTrue();
    }

    @Test
    void whoMayBeOneIsAPossibleMatchOfTheOther() {
        var one = Feeding.feed(
                client, patient(HIS, "maybe-1", "Porfiria | Ocampos Leguizamón | 1962-10-10 | F | 7501801"));
        var other = Feeding.feed(
                client, patient(HIS, "maybe-2", "Porfiria | Ocampos Leguizamón | 1962-10-10 | F | 7509902"));
        var path = "$mdm-query-links?matchResult=POSSIBLE_MATCH&resourceId="
                + one.getId().getIdPart();

        assertThat(Feeding.eid(one)).isNotEqualTo(Feeding.eid(other));
        assertThat(links(read(Parameters.class, path), "link"))
                .anySatisfy(link -> assertThat(link)
                        .containsEntry("goldenResourceId", "Patient/" + Feeding.eid(other))
                        .containsEntry("linkSource", "AUTO"));
        assertThat(links(read(Parameters.class, path + "&linkSource=MANUAL"), "link"))
                .isEmpty();

        Feeding.fed(client, HIS, "maybe-2", "Nolberto | Aquino Sanabria | 2011-01-20 | M | 7509902");
        assertThat(links(read(Parameters.class, path), "link"))
                .as("the doubt is over")
                .noneSatisfy(
                        link -> assertThat(link).containsEntry("goldenResourceId", "Patient/" + Feeding.eid(other)));
    }

    @Test
    void theHistoryOfLinksTellsWhoCameAndWhoLeft() {
        var before = Feeding.feed(client, patient(HIS, "moves-1", "Ubalda | Fariña | 1958-08-08 | F | 7502001"));
        Feeding.fed(client, IPS, "moves-2", "Ubalda | Fariña | 1958-08-08 | F | 7502001");
        Feeding.fed(client, IPS, "moves-2", "Nazario | Bogarín Torales | 1999-09-01 | M | 7502002");

        var past = links(
                read(Parameters.class, "$mdm-link-history?goldenResourceId=" + Feeding.eid(before)), "historical link");

        assertThat(past.stream().map(link -> link.get("matchResult"))).containsExactly("NO_MATCH", "MATCH", "MATCH");
        assertThat(registry.get("/fhir/$mdm-link-history", ADMIN).statusCode()).isEqualTo(400);
        assertThat(registry.get("/fhir/$mdm-query-links?matchResult=PERHAPS", ADMIN)
                        .statusCode())
                .isEqualTo(400);
        assertThat(registry.get("/fhir/$mdm-query-links", new Caller("h", Role.SYSTEM))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatIsSubmittedAgainHasItsEvidenceAgainAndIsNotAnotherPerson() {
        var one = Feeding.feed(client, patient(HIS, "again-1", "Eleuteria | Samudio | 1947-04-14 | F | 7503001"));
        var other = Feeding.feed(client, patient(IPS, "again-2", "Eleuteria | Samudio | 1947-04-14 | F | 7503001"));
        var person = Feeding.eid(other);
        var version = read(Patient.class, "Patient/" + person).getMeta().getVersionId();
        var lost = "DELETE FROM evidence WHERE left_record = :id OR right_record = :id";
        registry.database()
                .useHandle(handle -> handle.createUpdate(lost)
                        .bind("id", one.getId().getIdPart())
                        .execute());
        var link = "$mdm-query-links?resourceId=" + other.getId().getIdPart();
        assertThat(links(read(Parameters.class, link), "link").getFirst()).doesNotContainKey("score");

        var answer = FHIR.newJsonParser()
                .parseResource(
                        Parameters.class,
                        post("Patient/" + person + "/$mdm-submit", "").body());

        assertThat(answer.getParameter("submitted").getValue().primitiveValue()).isEqualTo("2");
        assertThat(links(read(Parameters.class, link), "link").getFirst()).containsKey("score");
        assertThat(read(Patient.class, "Patient/" + person).getMeta().getVersionId())
                .isEqualTo(version);
        assertThat(post("Patient/nobody/$mdm-submit", "").statusCode()).isEqualTo(404);
    }

    @Test
    void crossReferencingIsAskedByPostAndWithOurOwnIds() {
        var byPost = FHIR.newJsonParser()
                .parseResource(
                        Parameters.class,
                        post("Patient/$ihe-pix", """
                                        {"resourceType":"Parameters","parameter":[
                                          {"name":"sourceIdentifier","valueString":"%s|7500001"},
                                          {"name":"targetSystem","valueUri":"%s"},{"name":"targetSystem","valueUri":"%s"}]}\
                                        """.formatted(CEDULA, HIS, IPS))
                                .body());
        var base = registry.uri("/fhir").toString();
        var byId = read(Parameters.class, "Patient/$ihe-pix?sourceIdentifier=" + base + "%7CPatient/" + first);

        assertThat(byPost.getParameter())
                .hasSize(2)
                .allMatch(one -> one.getName().equals("targetIdentifier"));
        assertThat(byId.getParameter()).hasSize(4);
        assertThat(((Reference) byId.getParameter("targetId").getValue()).getReference())
                .isEqualTo("Patient/" + eid);
    }
}
