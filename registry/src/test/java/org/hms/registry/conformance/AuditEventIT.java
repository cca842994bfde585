package org.hms.registry.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.TestPatients.CEDULA;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.patient;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.journey.RunningRegistry;
import org.hms.registry.journey.SharedRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who saw and changed what, read over FHIR as IHE's BALP, PIXm and PDQm have it told. */
@ExtendWith(SharedRegistry.class)
final class AuditEventIT {

    private static final String PROFILES = "https://profiles.ihe.net/ITI/";
    private static final String RESOLVED = "https://registry.hms.gov.py/fhir/StructureDefinition/resolved-identity";
    private static final String NUMBER = "2888333";
    private static final Caller CLERK = new Caller("audit-clerk", Role.STEWARD, null, null, "ETREAT");
    private static final Caller BRAZIL = new Caller("audit-brazil", Role.PARTNER, null, "BR", Caller.TREATMENT);

    private static Asking asking;
    private static RunningRegistry registry;
    private static String person;

    @BeforeAll
    static void leaveTraces(RunningRegistry shared) {
        registry = shared;
        asking = new Asking(shared);
        asking.feed(HIS, "audit-1", patient(HIS, "audit-1", "Eduvigis | Ñamandú Recalde | 1957-10-17 | F | " + NUMBER));
        var again = asking.feed(
                HIS, "audit-1", patient(HIS, "audit-1", "Eduvigis Luz | Ñamandú Recalde | 1957-10-17 | F | " + NUMBER));
        person = eid(Asking.parsed(Patient.class, again));
        asking.get("/fhir/Patient/" + person, CLERK);
        asking.get("/fhir/Patient?identifier=" + Asking.token(CEDULA, NUMBER), CLERK);
        asking.get("/fhir/Patient/$ihe-pix?sourceIdentifier=" + Asking.token(CEDULA, NUMBER), CLERK);
        asking.post("/fhir/Patient/$match", """
                {"resourceType":"Patient","identifier":[{"system":"%s","value":"%s"}],"name":[{"family":"Ñamandú Recalde",
                "given":["Eduvigis","Luz"]}],"gender":"female","birthDate":"1957-10-17"}""".formatted(CEDULA, NUMBER));
        asking.get("/api/v1/persons/" + person, CLERK);
        asking.get("/api/v1/cross-border/identifiers?system=" + CEDULA + "&value=" + NUMBER, BRAZIL);
    }

    private static String eid(Patient fed) {
        var identity = fed.getExtensionByUrl(RESOLVED).getExtensionByUrl("person");
        return ((Reference) identity.getValue()).getReferenceElement().getIdPart();
    }

    private static List<AuditEvent> events(String query) {
        var answer = asking.get("/fhir/AuditEvent?_count=200&" + query, Asking.AUDITOR);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Asking.parsed(Bundle.class, answer).getEntry().stream()
                .map(entry -> (AuditEvent) entry.getResource())
                .toList();
    }

    private static List<AuditEvent> about() {
        return events("patient=Patient/" + person);
    }

    @ParameterizedTest(name = "{1} is told under {2}")
    @CsvSource({
        "C, ITI-104, PIXm/StructureDefinition/IHE.PIXm.Feed.Create.Audit.Manager",
        "U, ITI-104, PIXm/StructureDefinition/IHE.PIXm.Feed.Update.Audit.Manager",
        "E, ITI-83, PIXm/StructureDefinition/IHE.PIXm.Query.Audit.Manager",
        "E, ITI-78, PDQm/StructureDefinition/IHE.PDQm.Query.Audit.Supplier",
        "E, ITI-119, PDQm/StructureDefinition/IHE.PDQm.Match.Audit.Supplier",
        "R, read, BALP/StructureDefinition/IHE.BasicAudit.PatientRead",
        "R, disclose, BALP/StructureDefinition/IHE.BasicAudit.PrivacyDisclosure.Source",
    })
    void everyDeedIsToldUnderTheProfileMadeForIt(String action, String subtype, String profile) {
        assertThat(about())
                .filteredOn(event -> event.getMeta().hasProfile(PROFILES + profile))
                .isNotEmpty()
                .allSatisfy(event -> {
                    assertThat(event.getAction().toCode()).isEqualTo(action);
                    assertThat(event.getSubtype())
                            .anyMatch(coding -> coding.getCode().equals(subtype));
                    assertThat(event.getOutcome().toCode()).isEqualTo("0");
                    assertThat(event.getAgent()).anyMatch(agent -> agent.getRequestor());
                });
    }

    @Test
    void everyEventIsValidUnderTheProfileItClaims() {
        IhePackages.assumePresent();
        var json = FhirContext.forR4Cached().newJsonParser();

        assertThat(about()).hasSizeGreaterThanOrEqualTo(8).allSatisfy(event -> {
            var body = json.encodeResourceToString(event);
            assertThat(event.getMeta().getProfile()).isNotEmpty();
            assertThat(IheValidator.errors(body)).as(body).isEmpty();
        });
        assertThat(events("agent-name=" + Asking.AUDITOR.subject()))
                .isNotEmpty()
                .allSatisfy(event -> {
                    var body = json.encodeResourceToString(event);
                    assertThat(IheValidator.errors(body)).as(body).isEmpty();
                });
    }

    @Test
    void anEventNamesTheClientItsAddressItsPurposeAndThisRegistry() {
        var read = events("patient=" + person + "&agent-name=audit-clerk&subtype=read")
                .getFirst();

        assertThat(read.getAgent()).hasSize(3);
        assertThat(read.getAgentFirstRep().getWho().getIdentifier().getValue()).isEqualTo("audit-clerk");
        assertThat(read.getAgentFirstRep().getNetwork().getAddress()).isEqualTo("127.0.0.1");
        assertThat(read.getAgent().get(1).getNetwork().getAddress()).endsWith("/fhir");
        assertThat(read.getAgent().get(1).getWho().getDisplay())
                .isEqualTo(read.getSource().getObserver().getDisplay());
        assertThat(read.getAgent()
                        .get(2)
                        .getPurposeOfUseFirstRep()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("ETREAT");
    }

    @Test
    void whatWasAskedIsToldWithoutTheValueThatNamesAPerson() {
        var query = events("patient=" + person + "&subtype=ITI-83").getFirst().getEntityFirstRep();
        var asked = new String(query.getQuery(), StandardCharsets.UTF_8);

        assertThat(asked).endsWith("/fhir/Patient/$ihe-pix?sourceIdentifier=" + CEDULA + "|");
    }

    @Test
    void noNameNumberOrBirthDateStandsAnywhereInTheTrail() {
        var answer = asking.get("/fhir/AuditEvent?_count=500&patient=" + person, Asking.AUDITOR);
        var rows = registry.database()
                .withHandle(handle -> handle.createQuery("SELECT row_to_json(a)::text FROM audit_entry a")
                        .mapTo(String.class)
                        .list());

        assertThat(answer.body()).doesNotContain(NUMBER, "Ñamandú", "Eduvigis", "1957-10-17", "audit-1\"");
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(NUMBER) || row.contains("amand"));
    }

    @Test
    void aQuestionThatFoundSeveralIsToldOnceForEachOfThem() {
        asking.feed(HIS, "audit-2", patient(HIS, "audit-2", "Ulpiano | Zayas Miltos | 1948-02-11 | M | 611222"));
        asking.feed(HIS, "audit-3", patient(HIS, "audit-3", "Ulpiano | Zayas Miltos | 1948-02-11 | M | 933444"));
        var asked = new Caller("audit-asks-once", Role.STEWARD);
        var one = eid611222();

        asking.get(
                "/fhir/Patient?identifier=" + Asking.token(CEDULA, "611222") + "," + Asking.token(CEDULA, "933444"),
                asked);

        var told = events("agent-name=audit-asks-once");
        assertThat(told).hasSize(2);
        assertThat(told).allSatisfy(event -> assertThat(event.getEntity()).hasSize(2));
        assertThat(events("agent-name=audit-asks-once&patient=" + one)).hasSize(1);
        var id = told.getFirst().getIdElement().getIdPart();
        assertThat(Asking.parsed(AuditEvent.class, asking.get("/fhir/AuditEvent/" + id, Asking.AUDITOR))
                        .getEntity()
                        .get(1)
                        .getWhat()
                        .getReference())
                .isEqualTo(told.getFirst().getEntity().get(1).getWhat().getReference());
    }

    private static String eid611222() {
        var found = asking.get("/fhir/Patient?identifier=" + Asking.token(CEDULA, "611222"));
        return Asking.parsed(Bundle.class, found)
                .getEntryFirstRep()
                .getResource()
                .getIdPart();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "action=C; 1",
                "action=U; 1",
                "subtype=ITI-83; 1",
                "subtype=urn:ihe:event-type-code%7CITI-119; 1",
                "subtype=ITI-83,ITI-78; 2",
                "type=110106; 1",
                "agent=audit-brazil; 1",
                "agent:identifier=https://registry.hms.gov.py/id/caller%7Caudit-brazil; 1",
                "agent.identifier=audit-brazil; 1",
                "agent-name=nobody; 0",
                "date=lt2020; 0",
                "action=D; 0",
                "outcome=4; 0",
            })
    void eventsAreFoundByWhatTheyTell(String query, int expected) {
        assertThat(events("patient=" + person + "&" + query)).hasSize(expected);
    }

    @Test
    void aPersonIsFoundByEnterpriseIdTooAndByDate() {
        assertThat(events("patient.identifier=https://registry.hms.gov.py/id/eid%7C" + person))
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(events("entity=Patient/" + person + "&date=ge2020-01-01")).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void pagesHoldStillWhileTheyAreTurned() {
        var seen = new ArrayList<String>();
        var first = Asking.parsed(Bundle.class, asking.get("/fhir/AuditEvent?_count=5", Asking.AUDITOR));
        var page = first;
        for (int i = 0; i < 4 && page.getLink("next") != null; i++) {
            page.getEntry().forEach(entry -> seen.add(entry.getResource().getIdPart()));
            asking.get("/fhir/Patient/" + person, CLERK);
            var next = URI.create(page.getLink("next").getUrl());
            page = Asking.parsed(
                    Bundle.class, asking.get(next.getRawPath() + "?" + next.getRawQuery(), Asking.AUDITOR));
            assertThat(page.getTotal()).isEqualTo(first.getTotal());
        }

        assertThat(seen).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
    }

    @Test
    void onlyAuditorsAndAdministratorsLookAndLookingIsRecorded() {
        var looker = new Caller("audit-looker", Role.AUDITOR);
        asking.get("/fhir/AuditEvent?patient=" + person, looker);

        assertThat(events("agent-name=audit-looker")).hasSize(1).first().satisfies(event -> {
            assertThat(event.getEntity().get(1).getWhat().getReference()).isEqualTo("Patient/" + person);
            assertThat(event.getMeta().hasProfile(PROFILES + "BALP/StructureDefinition/IHE.BasicAudit.Query"))
                    .isTrue();
        });
        for (var role : List.of(Role.STEWARD, Role.SYSTEM, Role.CODER, Role.PARTNER, Role.READER)) {
            assertThat(asking.get("/fhir/AuditEvent", new Caller("audit-no", role))
                            .statusCode())
                    .as(role.code())
                    .isEqualTo(403);
        }
        assertThat(asking.get("/fhir/AuditEvent/999999999", Asking.AUDITOR).statusCode())
                .isEqualTo(404);
        assertThat(asking.get("/fhir/AuditEvent/x'1", Asking.AUDITOR).statusCode())
                .isIn(400, 404);
    }
}
