package org.hms.registry.practitioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.practitioner.CareResources.HOSPITAL;
import static org.hms.registry.practitioner.CareResources.NETWORK;
import static org.hms.registry.practitioner.CareResources.TYPES;
import static org.hms.registry.practitioner.CareResources.affiliation;
import static org.hms.registry.practitioner.CareResources.endpoint;
import static org.hms.registry.practitioner.CareResources.service;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.OrganizationAffiliation;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services, endpoints and affiliations against mCSD's tables: written by a steward, found by what the tables list. */
@ExtendWith(SharedDirectory.class)
final class CareServicesIT {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private final DirectoryServer server;

    CareServicesIT(DirectoryServer server) {
        this.server = server;
    }

    private <R extends Resource> R create(Class<R> type, Resource resource) {
        var answer = server.write(Role.STEWARD, "POST", "/fhir/" + type.getSimpleName(), resource);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return FHIR.newJsonParser().parseResource(type, answer.body());
    }

    @Test
    void aServiceIsFoundByAllThatTheTableLists() {
        var created = create(HealthcareService.class, service("Consultorio de Pediatría", "S-1"));

        for (var parameter : List.of(
                "active=true",
                "identifier=urn:test:service|S-1",
                "location=Location/" + HOSPITAL,
                "name=consultorio",
                "name:contains=pediatria",
                "name:exact=Consultorio de Pediatría",
                "organization=Organization/" + HOSPITAL,
                "service-type=" + TYPES + "|124",
                "organization.active=true",
                "organization.name:contains=itaugua",
                "organization.identifier=A021",
                "location.status=active",
                "location.name:contains=ITAUGUA",
                "location.identifier=A021",
                "_id=" + created.getIdPart(),
                "_lastUpdated=gt2020-01-01")) {
            assertThat(DirectoryServer.ids(server.bundle("HealthcareService", parameter, "_count=100")))
                    .as(parameter)
                    .contains(created.getIdPart());
        }
        for (var parameter : List.of(
                "active=false",
                "identifier=S-0",
                "name:exact=consultorio de pediatría",
                "location=Location/" + NETWORK,
                "service-type=57",
                "organization.active=false",
                "location.name=nowhere",
                "_lastUpdated=lt2020-01-01")) {
            assertThat(DirectoryServer.ids(server.bundle("HealthcareService", parameter, "_count=100")))
                    .as(parameter)
                    .doesNotContain(created.getIdPart());
        }
        assertThat(created.getAvailableTime()).hasSize(2);
        assertThat(created.getAvailableTimeFirstRep().getAvailableEndTime()).isEqualTo("13:30:00");
    }

    @Test
    void itIsFoundByPostedFormsAndInXmlToo() {
        var created = create(HealthcareService.class, service("Vacunatorio", "S-2"));
        var form = HttpRequest.newBuilder(URI.create(server.base() + "/fhir/HealthcareService/_search"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/fhir+xml")
                .POST(HttpRequest.BodyPublishers.ofString("identifier=S-2&name:contains=vacuna"));

        var answer = server.send(Role.READER, form);

        assertThat(answer.statusCode()).isEqualTo(200);
        var bundle = FHIR.newXmlParser().parseResource(Bundle.class, answer.body());
        assertThat(DirectoryServer.ids(bundle)).containsExactly(created.getIdPart());
    }

    @Test
    void affiliationsAndEndpointsComeAlongWithTheirOrganizations() {
        var endpoint = create(Endpoint.class, endpoint("E-1"));
        var affiliation = create(OrganizationAffiliation.class, affiliation("A-1", endpoint.getIdPart()));

        var network = server.bundle(
                "Organization",
                "_id=" + NETWORK,
                "_include=Organization:endpoint",
                "_revinclude=OrganizationAffiliation:primary-organization");
        var hospital = server.bundle(
                "Organization", "_id=" + HOSPITAL, "_revinclude=OrganizationAffiliation:participating-organization");
        var withEndpoint =
                server.bundle("OrganizationAffiliation", "identifier=A-1", "_include=OrganizationAffiliation:endpoint");

        assertThat(included(network))
                .contains("Endpoint/" + endpoint.getIdPart(), "OrganizationAffiliation/" + affiliation.getIdPart());
        assertThat(((Organization) network.getEntryFirstRep().getResource()).getEndpoint())
                .extracting(Reference::getReference)
                .contains("Endpoint/" + endpoint.getIdPart());
        assertThat(included(hospital)).contains("OrganizationAffiliation/" + affiliation.getIdPart());
        assertThat(included(withEndpoint)).containsExactly("Endpoint/" + endpoint.getIdPart());
    }

    @ParameterizedTest
    @CsvSource({
        "active=true, true",
        "active=false, false",
        "role=http://hl7.org/fhir/organization-role|member, true",
        "role=provider, false",
        "date=2022-05, true",
        "date=2024-06-30, true",
        "date=2024-07-01, false",
        "date=2019, false",
        "date=ge2024-06-30, true",
        "date=gt2024-06-30, false",
        "date=lt2020-01-01, false",
        "date=le2020-01-01, true",
    })
    void anAffiliationIsFoundByWhatItIsAndByItsDays(String parameter, boolean found) {
        var endpoint = create(Endpoint.class, endpoint("E-2"));
        var created = create(OrganizationAffiliation.class, affiliation("A-2", endpoint.getIdPart()));

        assertThat(DirectoryServer.ids(server.bundle("OrganizationAffiliation", parameter, "_count=500"))
                        .contains(created.getIdPart()))
                .isEqualTo(found);
        assertThat(DirectoryServer.ids(
                        server.bundle("OrganizationAffiliation", "endpoint=Endpoint/" + endpoint.getIdPart())))
                .containsExactly(created.getIdPart());
    }

    @ParameterizedTest
    @CsvSource({
        "status=active, true",
        "status=off, false",
        "connection-type=hl7-fhir-rest, true",
        "payload-type=urn:test:payload|any, true",
        "payload-type=none, false",
    })
    void anEndpointIsFoundByWhatItIs(String parameter, boolean found) {
        var created = create(Endpoint.class, endpoint("E-3"));

        assertThat(DirectoryServer.ids(server.bundle("Endpoint", parameter, "_count=500"))
                        .contains(created.getIdPart()))
                .isEqualTo(found);
    }

    @Test
    void aRoleIsFoundByTheServiceInItsSpecialty() {
        var role = (PractitionerRole) server.bundle("PractitionerRole", "active=true", "_count=1")
                .getEntryFirstRep()
                .getResource();
        var service = service("De la especialidad", "S-3")
                .setProvidedBy(null)
                .setSpecialty(List.of(role.getSpecialtyFirstRep()))
                .setLocation(List.of(new Reference(role.getLocationFirstRep().getReference())));
        var created = create(HealthcareService.class, service);

        var found = server.bundle("PractitionerRole", "service=HealthcareService/" + created.getIdPart(), "_count=500");

        assertThat(DirectoryServer.ids(found)).contains(role.getIdPart());
        assertThat(found.getEntry())
                .allSatisfy(entry -> assertThat(((PractitionerRole) entry.getResource()).getHealthcareService())
                        .extracting(Reference::getReference)
                        .contains("HealthcareService/" + created.getIdPart()));
    }

    @Test
    void eachRevisionIsAVersionAndADeletionIsToldInTheHistory() {
        var since = Instant.now().minusMillis(1);
        var created = create(HealthcareService.class, service("Por cerrar", "S-4"));
        var path = "/fhir/HealthcareService/" + created.getIdPart();

        var revised = service("Por cerrar pronto", "S-4");
        revised.setId(created.getIdPart());
        assertThat(server.write(Role.STEWARD, "PUT", path, revised, "If-Match", "W/\"7\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(server.write(Role.STEWARD, "PUT", path, revised, "If-Match", "W/\"1\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.write(Role.STEWARD, "PUT", path, revised).body()).contains("\"versionId\":\"2\"");
        assertThat(server.write(Role.STEWARD, "DELETE", path, null).statusCode())
                .isEqualTo(204);
        assertThat(server.write(Role.STEWARD, "DELETE", path, null).statusCode())
                .isEqualTo(204);

        assertThat(server.get(path).statusCode()).isEqualTo(410);
        assertThat(server.get(path + "/_history/1").body()).contains("Por cerrar");
        assertThat(server.bundle("HealthcareService", "identifier=S-4").getTotal())
                .isZero();
        var history = server.bundle("HealthcareService/_history", "_since=" + since, "_count=500");
        assertThat(history.getEntry().stream()
                        .filter(entry -> entry.getRequest().getUrl().endsWith(created.getIdPart()))
                        .map(entry -> entry.getRequest().getMethod()))
                .containsExactly(HTTPVerb.DELETE, HTTPVerb.PUT, HTTPVerb.PUT);
        assertThat(history.getEntry().stream()
                        .filter(entry -> entry.getRequest().getMethod() == HTTPVerb.DELETE))
                .allSatisfy(entry -> assertThat(entry.hasResource()).isFalse());
    }

    @Test
    void whatLeadsNowhereOrWouldNotBeKeptIsRefused() {
        var astray = service("Perdido", "S-5").setLocation(List.of(new Reference("Location/nobody")));
        var dropped = service("Con foto", "S-6").setExtraDetails("more");
        var endpoint = create(Endpoint.class, endpoint("E-4"));
        create(OrganizationAffiliation.class, affiliation("A-4", endpoint.getIdPart()));
        var path = "/fhir/Endpoint/" + endpoint.getIdPart();

        assertThat(server.write(Role.STEWARD, "POST", "/fhir/HealthcareService", astray)
                        .statusCode())
                .isEqualTo(422);
        assertThat(server.write(Role.STEWARD, "POST", "/fhir/HealthcareService", dropped)
                        .body())
                .contains("HealthcareService.extraDetails");
        assertThat(server.write(Role.STEWARD, "POST", "/fhir/HealthcareService", new HealthcareService())
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.write(Role.STEWARD, "DELETE", path, null).statusCode())
                .isEqualTo(409);
        assertThat(server.write(Role.READER, "POST", "/fhir/HealthcareService", service("x", "S-7"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.bundle("HealthcareService", "identifier=S-5,S-6,S-7").getTotal())
                .isZero();
    }

    @Test
    void unknownParametersAreRefusedUnderStrictHandlingOfEachType() {
        for (var type : List.of("HealthcareService", "Endpoint", "OrganizationAffiliation", "PractitionerRole")) {
            assertThat(server.get("/fhir/" + type + "?colour=red").statusCode())
                    .as(type)
                    .isEqualTo(400);
            assertThat(server.get("/fhir/" + type + "?_include=" + type + ":colour")
                            .statusCode())
                    .as(type)
                    .isEqualTo(400);
        }
    }

    private static List<String> included(Bundle bundle) {
        return bundle.getEntry().stream()
                .filter(entry -> entry.getSearch().getMode() == SearchEntryMode.INCLUDE)
                .map(entry -> entry.getResource().fhirType() + "/"
                        + entry.getResource().getIdElement().getIdPart())
                .toList();
    }
}
