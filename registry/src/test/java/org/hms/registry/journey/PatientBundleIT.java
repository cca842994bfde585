package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.FeedFixture.ADMIN;
import static org.hms.registry.journey.FeedFixture.entry;
import static org.hms.registry.journey.FeedFixture.parse;
import static org.hms.registry.journey.FeedFixture.refused;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;
import static org.hms.registry.journey.TestPatients.patient;

import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bundles of patient feeds: a transaction is taken whole or not at all, a batch entry by entry. */
@ExtendWith(SharedRegistry.class)
final class PatientBundleIT {

    private static FeedFixture feed;

    @BeforeAll
    static void start(RunningRegistry shared) {
        feed = new FeedFixture(shared);
    }

    private static String url(String system, String number) {
        return "Patient?identifier=" + FeedFixture.token(system, number);
    }

    private static Bundle with(Bundle bundle, String number, String row) {
        entry(bundle, HTTPVerb.PUT, url(HIS, number)).setResource(patient(HIS, number, row));
        return bundle;
    }

    private static HttpResponse<String> post(Bundle bundle, String... headers) {
        return feed.post(ADMIN, "/fhir", bundle, headers);
    }

    @Test
    void aTransactionIsTakenAsOneGroup() {
        feed.put(patient(HIS, "tx-0", "Ermelinda | Fariña Gill | 1936-05-11 | F"));
        var bundle = new Bundle().setType(BundleType.TRANSACTION);
        with(bundle, "tx-1", "Florencia | Giménez Haedo | 1946-06-12 | F");
        with(bundle, "tx-2", "Graciana | Insaurralde Jara | 1956-07-13 | F");
        entry(bundle, HTTPVerb.DELETE, url(HIS, "tx-0"));
        entry(bundle, HTTPVerb.GET, url(HIS, "tx-1"));

        var answer = post(bundle);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var response = parse(Bundle.class, answer);
        assertThat(response.getType()).isEqualTo(BundleType.TRANSACTIONRESPONSE);
        assertThat(response.getEntry())
                .extracting(one -> one.getResponse().getStatus())
                .containsExactly("201 Created", "201 Created", "204 No Content", "200 OK");
        assertThat(response.getEntryFirstRep().getResponse().getLocation())
                .contains("/fhir/Patient/r-")
                .endsWith("/_history/1");
        assertThat(response.getEntryFirstRep().getResponse().getEtag()).isEqualTo("W/\"1\"");
        assertThat(((Bundle) response.getEntry().getLast().getResource()).getTotal())
                .isEqualTo(1);
        assertThat(changesOf("tx-1")).as("one commit").isEqualTo(changesOf("tx-2"));
    }

    /** When it was committed. */
    private static String changesOf(String number) {
        return feed.registry()
                .database()
                .withHandle(handle -> handle.createQuery("""
                        SELECT c.at::text FROM patient_record r JOIN patient_record_version v ON v.record_id = r.id
                        JOIN change c ON c.number = v.change WHERE r.identifier_value = :number
                        """)
                        .bind("number", number)
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void aTransactionOfWhichOneEntryFailsLeavesNoTrace() {
        feed.put(patient(HIS, "tx-9", "Hermógenes | Kriskovich Lugo | 1926-08-14 | M"));
        long before = feed.changes();

        var bad = with(
                new Bundle().setType(BundleType.TRANSACTION), "tx-3", "Isabelina | Larrea Maciel | 1966-08-14 | F");
        entry(bad, HTTPVerb.PUT, url(HIS, "tx-4")).setResource(patient(HIS, "tx-other", "J | L | 1976 | F"));
        refused(post(bad), 400, "Bundle.entry[1]");

        var stale = with(
                new Bundle().setType(BundleType.TRANSACTION), "tx-3", "Isabelina | Larrea Maciel | 1966-08-14 | F");
        with(stale, "tx-9", "Hermógenes | Kriskovich Lugo | 1927-08-14 | M");
        stale.getEntry().getLast().getRequest().setIfMatch("W/\"5\"");
        assertThat(post(stale).statusCode())
                .as("refused by the one writer itself")
                .isEqualTo(412);

        var gone = with(
                new Bundle().setType(BundleType.TRANSACTION), "tx-3", "Isabelina | Larrea Maciel | 1966-08-14 | F");
        entry(gone, HTTPVerb.DELETE, url(HIS, "tx-nobody"));
        refused(post(gone), 404, "Bundle.entry[1]");

        var twice = with(
                new Bundle().setType(BundleType.TRANSACTION), "tx-3", "Isabelina | Larrea Maciel | 1966-08-14 | F");
        refused(post(with(twice, "tx-3", "Isabelina | Larrea | 1966 | F")), 400, "Bundle.entry[1]");

        assertThat(feed.changes()).isEqualTo(before);
        assertThat(feed.registry().get("/fhir/" + url(HIS, "tx-3"), ADMIN).body())
                .contains("\"total\":0");
    }

    @Test
    void entriesReferToEachOtherByUuid() {
        var bundle =
                with(new Bundle().setType(BundleType.TRANSACTION), "uuid-1", "Juliana | Noguera Orué | 1943-09-15 | F");
        bundle.getEntryFirstRep().setFullUrl("urn:uuid:5b8a1c52-9a55-4f3a-8a11-1f8f7f7a0001");
        var replaced = patient(HIS, "uuid-2", "Kristina | Pavón Rolón | 1983-10-16 | F")
                .setActive(false);
        replaced.addLink()
                .setType(LinkType.REPLACEDBY)
                .setOther(new Reference("urn:uuid:5b8a1c52-9a55-4f3a-8a11-1f8f7f7a0001"));
        entry(bundle, HTTPVerb.PUT, url(HIS, "uuid-2")).setResource(replaced);

        var answer = post(bundle);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(feed.personOf(HIS, "uuid-2")).isEqualTo(feed.personOf(HIS, "uuid-1"));
        var response = parse(Bundle.class, answer);
        var survivor = response.getEntryFirstRep().getResource().getIdElement().getIdPart();
        assertThat(((Patient) response.getEntry().getLast().getResource())
                        .getLinkFirstRep()
                        .getOther()
                        .getReference())
                .isEqualTo("Patient/" + survivor);

        var unknown = new Bundle().setType(BundleType.TRANSACTION);
        var other = patient(HIS, "uuid-3", "Lidia | Sanabria Torres | 1953-11-17 | F");
        other.setManagingOrganization(new Reference("urn:uuid:5b8a1c52-9a55-4f3a-8a11-1f8f7f7a0009"));
        entry(unknown, HTTPVerb.PUT, url(HIS, "uuid-3")).setResource(other);
        refused(post(unknown), 400, "Bundle.entry[0]");
    }

    @Test
    void aConditionalCreateInABundleFindsWhatIsThere() {
        feed.put(patient(HIS, "ine-1", "Macaria | Ughelli Vargas | 1963-12-18 | F"));
        for (var type : new BundleType[] {BundleType.TRANSACTION, BundleType.BATCH}) {
            var bundle = new Bundle().setType(type);
            for (var number : new String[] {"ine-1", "ine-" + type.toCode()}) {
                entry(bundle, HTTPVerb.POST, "Patient")
                        .setResource(patient(HIS, number, "Nemesia | Weiler Yegros | 1973-01-19 | F"))
                        .getRequest()
                        .setIfNoneExist("identifier=" + FeedFixture.token(HIS, number));
            }
            var answer = post(bundle);
            assertThat(parse(Bundle.class, answer).getEntry())
                    .as(answer.body())
                    .extracting(one -> one.getResponse().getStatus())
                    .containsExactly("200 OK", "201 Created");
        }
        assertThat(feed.versionsOf(HIS, "ine-1")).isEqualTo(1);
    }

    @Test
    void eachEntryOfABatchStandsForItself() {
        var known =
                parse(Patient.class, feed.put(patient(HIS, "batch-0", "Olegaria | Zárate Acosta | 1923-02-20 | F")));
        var batch = with(new Bundle().setType(BundleType.BATCH), "batch-1", "Pastora | Bogado Colmán | 1933-03-21 | F");
        entry(batch, HTTPVerb.PUT, url(HIS, "batch-2")).setResource(patient(HIS, "other", "Q | D | 1943 | F"));
        entry(batch, HTTPVerb.PUT, "Patient/123").setResource(patient(HIS, "123", "R | E | 1953 | F"));
        entry(batch, HTTPVerb.DELETE, url(HIS, "batch-nobody"));
        entry(batch, HTTPVerb.GET, "Patient/" + known.getIdElement().getIdPart());
        entry(batch, HTTPVerb.GET, "Patient?name=x");
        entry(batch, HTTPVerb.GET, "Organization/1");
        entry(batch, HTTPVerb.PATCH, url(HIS, "batch-0"));
        batch.addEntry().setResource(patient(HIS, "batch-3", "S | F | 1963 | F"));

        var answer = post(batch);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var response = parse(Bundle.class, answer);
        assertThat(response.getType()).isEqualTo(BundleType.BATCHRESPONSE);
        assertThat(response.getEntry())
                .extracting(one -> one.getResponse().getStatus().substring(0, 3))
                .containsExactly("201", "400", "400", "404", "200", "400", "400", "400", "400");
        assertThat(((OperationOutcome) response.getEntry().get(1).getResponse().getOutcome())
                        .getIssueFirstRep()
                        .getExpression()
                        .getFirst()
                        .getValue())
                .isEqualTo("Patient.identifier");
    }

    @Test
    void aBundleIsOfBoundedSizeAndOfAKnownType() {
        var large = new Bundle().setType(BundleType.TRANSACTION);
        for (int i = 0; i <= 128; i++) {
            entry(large, HTTPVerb.GET, "Patient/r-" + i);
        }

        refused(post(large), 422, "Bundle.entry");
        assertThat(post(large.setType(BundleType.BATCH)).statusCode()).isEqualTo(200);
        refused(post(new Bundle().setType(BundleType.COLLECTION)), 400, "Bundle.type");
        assertThat(feed.post(ADMIN, "/fhir", patient(HIS, "x", "T | G | 1973 | F"))
                        .statusCode())
                .isEqualTo(400);
        var reader = new Caller("test-reader", Role.READER);
        assertThat(feed.post(reader, "/fhir", new Bundle().setType(BundleType.BATCH))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSourceWritesItsOwnRecordsOnlyByABundleToo() {
        var bundle = with(
                new Bundle().setType(BundleType.TRANSACTION), "own-1", "Teófila | Giret Hermosilla | 1983-04-22 | F");
        entry(bundle, HTTPVerb.PUT, url(IPS, "own-2")).setResource(patient(IPS, "own-2", "U | H | 1993 | F"));

        var answer = feed.post(RunningRegistry.source("mspbs-his"), "/fhir", bundle);

        refused(answer, 403, "Bundle.entry[1]");
    }

    @Test
    void aTransactionUnderAKeyIsCarriedOutOnce() {
        var bundle = with(
                new Bundle().setType(BundleType.TRANSACTION), "txk-1", "Urbana | Ibarrola Jiménez | 1993-05-23 | F");

        var first = post(bundle, "Idempotency-Key", "tx-key-1");
        var again = post(bundle, "Idempotency-Key", "tx-key-1");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body()).contains("201 Created");
    }

    @Test
    void theCapabilityStatementSaysAllOfIt() {
        var statement = parse(CapabilityStatement.class, feed.registry().get("/fhir/metadata", ADMIN));
        var rest = statement.getRestFirstRep();
        var patient = rest.getResource().stream()
                .filter(one -> one.getType().equals("Patient"))
                .findFirst()
                .orElseThrow();

        assertThat(patient.getConditionalCreate()).isTrue();
        assertThat(patient.getConditionalUpdate()).isTrue();
        assertThat(patient.getConditionalDelete().toCode()).isEqualTo("single");
        assertThat(rest.getInteraction())
                .extracting(one -> one.getCode().toCode())
                .contains("transaction", "batch");
        assertThat(rest.getOperation()).extracting(one -> one.getName()).contains("process-message");
        assertThat(feed.registry().get("/api/openapi.json", ADMIN).body())
                .contains("/api/v1/sources", "/fhir/$process-message", "fhir-Patient-delete");
    }
}
