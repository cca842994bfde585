package org.hms.registry.crossborder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.audit.store.JdbiAuditTrail;
import org.hms.registry.journey.RunningRegistry;
import org.hms.registry.journey.SharedRegistry;
import org.hms.registry.journey.TestPatients;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Do you know this person, neighbour? The least answer, by agreement, and always written down. */
@ExtendWith(SharedRegistry.class)
final class CrossBorderIT {

    private static final String CPF = "https://rnds-fhir.saude.gov.br/NamingSystem/cpf";
    private static final String DNI = "http://www.renaper.gob.ar/dni";
    private static final String SEGIP = "urn:oid:2.16.68";
    private static final Caller BRAZIL = partner("BR");

    private static RunningRegistry registry;

    private static Caller partner(String country) {
        return new Caller("partner-" + country, Role.PARTNER, null, country, Caller.TREATMENT);
    }

    @BeforeAll
    static void feed(RunningRegistry shared) {
        registry = shared;
        var border = TestPatients.patient(
                TestPatients.BORDER, "cb-1", "Iracema | Dos Santos Paiva | 1985-06-14 | F | 4001002");
        border.addIdentifier().setSystem(CPF).setValue("12345678909");
        border.addIdentifier().setSystem(DNI).setValue("40111222");
        feed(border, "cb-1");
        var here =
                TestPatients.patient(TestPatients.BORDER, "cb-2", "Casimiro | Núñez Alfonzo | 1950-01-30 | M | 600700");
        feed(here, "cb-2");
    }

    private static void feed(Patient patient, String number) {
        var query = URLEncoder.encode(TestPatients.BORDER + "|" + number, UTF_8);
        var body = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(patient);
        var answer = registry.send(
                registry.request("/fhir/Patient?identifier=" + query, RunningRegistry.source("border-hospital"))
                        .header("Content-Type", "application/fhir+json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static HttpResponse<String> ask(Caller caller, String system, String value) {
        return registry.get(
                "/api/v1/cross-border/identifiers?system=" + URLEncoder.encode(system, UTF_8) + "&value="
                        + URLEncoder.encode(value, UTF_8),
                caller);
    }

    private static long audited(Caller caller, String outcome) {
        return registry.database()
                .withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM audit_entry
                        WHERE caller = :caller AND action = 'cross-border-lookup' AND outcome = :outcome
                        """)
                        .bind("caller", caller.subject())
                        .bind("outcome", outcome)
                        .mapTo(Long.class)
                        .one());
    }

    @Test
    void aKnownPersonIsAnsweredWithTheNeighboursOwnIdentifierAndNothingElse() {
        long before = audited(BRAZIL, "known");

        var answer = ask(BRAZIL, TestPatients.CEDULA, "4001002");

        assertThat(answer.statusCode()).isEqualTo(200);
        var body = RunningRegistry.json(answer);
        assertThat(body.path("known").asBoolean()).isTrue();
        assertThat(body.path("identifiers")).hasSize(1);
        assertThat(body.path("identifiers").path(0).path("system").asText()).isEqualTo(CPF);
        assertThat(body.path("identifiers").path(0).path("value").asText()).isEqualTo("12345678909");
        assertThat(body.size()).isEqualTo(2);
        assertThat(answer.body()).doesNotContain("Iracema", "40111222", "cb-1", "1985");
        assertThat(audited(BRAZIL, "known")).isEqualTo(before + 1);
    }

    @Test
    void anotherSpellingOfTheirSystemIsUnderstood() {
        var answer = ask(BRAZIL, CPF.replace("https:", "http:"), "12345678909");

        assertThat(RunningRegistry.json(answer).path("known").asBoolean()).isTrue();
    }

    @Test
    void aPersonWhoHasNoNumberOfTheirsIsKnownWithoutOne() {
        var body = RunningRegistry.json(ask(BRAZIL, TestPatients.CEDULA, "600700"));

        assertThat(body.path("known").asBoolean()).isTrue();
        assertThat(body.path("identifiers")).isEmpty();
    }

    @Test
    void whoIsNotKnownIsSaidSoAndThatWasAskedIsWrittenDown() {
        long before = audited(BRAZIL, "not-known");

        var answer = ask(BRAZIL, TestPatients.CEDULA, "99990000");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(RunningRegistry.json(answer).path("known").asBoolean()).isFalse();
        assertThat(audited(BRAZIL, "not-known")).isEqualTo(before + 1);
    }

    @Test
    void theAuditTrailOfThePersonNamesTheNeighbour() {
        ask(partner("AR"), DNI, "40111222");

        String eid = registry.database()
                .withHandle(
                        handle -> handle.createQuery("""
                        SELECT m.eid FROM membership m JOIN patient_record r ON r.id = m.record_id
                        WHERE r.identifier_value = 'cb-1' AND m.to_change IS NULL
                        """).mapTo(String.class).one());

        assertThat(new JdbiAuditTrail(registry.database()).about(eid, 100)).anySatisfy(entry -> {
            assertThat(entry.caller().subject()).isEqualTo("partner-AR");
            assertThat(entry.action()).isEqualTo("cross-border-lookup");
            assertThat(entry.caller().purpose()).isEqualTo(Caller.TREATMENT);
        });
    }

    @Test
    void aSystemThatTheAgreementDoesNotCoverIsRefused() {
        long before = audited(BRAZIL, "refused");

        assertThat(ask(BRAZIL, DNI, "40111222").statusCode()).isEqualTo(403);
        assertThat(audited(BRAZIL, "refused")).isEqualTo(before + 1);
    }

    @Test
    void anAgreementThatHasRunOutOrNeverWasIsRefused() {
        assertThat(ask(partner("BO"), SEGIP, "1").statusCode()).isEqualTo(403);
        assertThat(ask(partner("UY"), TestPatients.CEDULA, "4001002").statusCode())
                .isEqualTo(403);
        assertThat(ask(new Caller("a", Role.ADMIN), TestPatients.CEDULA, "4001002")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void noOtherRoleMayAsk() {
        for (var role : new Role[] {Role.STEWARD, Role.CODER, Role.READER, Role.AUDITOR}) {
            assertThat(ask(new Caller("a", role), TestPatients.CEDULA, "4001002")
                            .statusCode())
                    .as(role.code())
                    .isEqualTo(403);
        }
    }

    @Test
    void aPartnerMayNotReadPersonsOrMatch() {
        assertThat(registry.get("/api/v1/persons/0000000000000000", BRAZIL).statusCode())
                .isEqualTo(403);
        assertThat(registry.get("/fhir/Patient?identifier=a%7Cb", BRAZIL).statusCode())
                .isEqualTo(403);
    }
}
