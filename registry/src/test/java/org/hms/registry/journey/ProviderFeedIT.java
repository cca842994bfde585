package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.territory.DirectorySystems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Professionals and their roles as other systems write them (ITI-130). */
@ExtendWith(SharedRegistry.class)
final class ProviderFeedIT {

    private static final Caller STEWARD = new Caller("feed-steward", Role.STEWARD);
    private static final Caller ADMIN = new Caller("feed-system", Role.ADMIN);
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final RunningRegistry registry;

    ProviderFeedIT(RunningRegistry registry) {
        this.registry = registry;
    }

    @Test
    void aProfessionalIsCreatedAndRevisedWithLicenceLanguagesAndNumbers() {
        var created = send("POST", "Practitioner", practitioner("Benítez Rojas", "L-900001"));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var read = FHIR.newJsonParser().parseResource(Practitioner.class, created.body());
        assertThat(read.getIdentifier()).extracting("value").contains("L-900001", "N-1");
        assertThat(read.getCommunicationFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("gn");

        read.setActive(false);
        var path = "Practitioner/" + read.getIdElement().getIdPart();
        var retired = FHIR.newJsonParser()
                .parseResource(Practitioner.class, send("PUT", path, read).body());

        assertThat(retired.getMeta().getVersionId()).isEqualTo("2");
        assertThat(retired.getActive()).isFalse();
        assertThat(registry.get("/fhir/Practitioner?active=false&identifier=N-1", STEWARD)
                        .body())
                .contains("\"total\":1");
        assertThat(send("PUT", path, read.addPhoto(new Attachment().setTitle("x")))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aRoleIsAtOneFacilityOfSomebodyWhoIsThere() {
        var bundle = new Bundle().setType(BundleType.TRANSACTION);
        var who = "urn:uuid:44444444-4444-4444-8444-444444444444";
        var where = "urn:uuid:55555555-5555-4555-8555-555555555555";
        DirectoryFeedResources.add(bundle, null, role(who, where));
        DirectoryFeedResources.add(bundle, who, practitioner("Duarte", "L-900002"));
        DirectoryFeedResources.add(bundle, where, DirectoryFeedResources.location("Jagua Rete Kua", "17700001"));

        // Facilities are proposed by stewards and published by admins.
        assertThat(send("POST", "", bundle).statusCode()).isEqualTo(403);
        var answer = send("POST", "", bundle, ADMIN);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var role = (PractitionerRole) FHIR.newJsonParser()
                .parseResource(Bundle.class, answer.body())
                .getEntryFirstRep()
                .getResource();
        assertThat(role.getOrganization().getReferenceElement().getIdPart())
                .isEqualTo(role.getLocationFirstRep().getReferenceElement().getIdPart());
        role.getPeriod().setEndElement(new DateTimeType("2024-12-31"));
        var path = "PractitionerRole/" + role.getIdElement().getIdPart();
        var ended = send("PUT", path, role.setActive(false));
        assertThat(ended.statusCode()).as(ended.body()).isEqualTo(200);
        assertThat(FHIR.newJsonParser()
                        .parseResource(PractitionerRole.class, ended.body())
                        .getActive())
                .isFalse();

        assertThat(send("POST", "PractitionerRole", role("Practitioner/nobody", "Location/nowhere"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("POST", "PractitionerRole", role.copy().setSpecialty(List.of()))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whoeverComesSecondAtTheSameTimeIsToldSo() throws Exception {
        var created = FHIR.newJsonParser()
                .parseResource(
                        Practitioner.class,
                        send("POST", "Practitioner", practitioner("Ayala", "L-900003"))
                                .body());
        var path = "Practitioner/" + created.getIdElement().getIdPart();
        var puts = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 16; i++) {
            var next = created.copy();
            next.getNameFirstRep().setFamily("Ayala " + (char) ('A' + i));
            puts.add(() -> send("PUT", path, next).statusCode());
        }
        var met = new TreeSet<Integer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var put : threads.invokeAll(puts)) {
                met.add(put.get());
            }
        }

        assertThat(met).contains(200).isSubsetOf(200, 409);
    }

    private static Practitioner practitioner(String family, String licence) {
        var practitioner = new Practitioner().setActive(true).setGender(AdministrativeGender.FEMALE);
        practitioner.addName().setFamily(family).addGiven("Karai").addGiven("Poty");
        practitioner.addIdentifier().setSystem("urn:test:number").setValue("N-1");
        practitioner.addCommunication(DirectoryFeedResources.concept("urn:ietf:bcp:47", "gn"));
        var qualification = practitioner.addQualification();
        qualification.setCode(DirectoryFeedResources.concept(DirectorySystems.SPECIALTY, "1"));
        qualification.addIdentifier().setSystem(DirectorySystems.LICENCE).setValue(licence);
        qualification
                .getPeriod()
                .setStartElement(new DateTimeType("2024-01-01"))
                .setEndElement(new DateTimeType("2028-12-31"));
        return practitioner;
    }

    private static PractitionerRole role(String practitioner, String location) {
        var role = new PractitionerRole().setPractitioner(new Reference(practitioner));
        role.addLocation(new Reference(location));
        role.addSpecialty(DirectoryFeedResources.concept(DirectorySystems.SPECIALTY, "1"));
        role.getPeriod().setStartElement(new DateTimeType("2022-03-01"));
        return role;
    }

    private HttpResponse<String> send(String method, String path, Resource body) {
        return send(method, path, body, STEWARD);
    }

    private HttpResponse<String> send(String method, String path, Resource body, Caller caller) {
        var text = FHIR.newJsonParser().encodeResourceToString(body);
        return registry.send(registry.request("/fhir" + (path.isEmpty() ? "" : "/" + path), caller)
                .header("Content-Type", "application/fhir+json")
                .method(method, HttpRequest.BodyPublishers.ofString(text)));
    }
}
