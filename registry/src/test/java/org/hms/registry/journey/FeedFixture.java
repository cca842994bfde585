package org.hms.registry.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;

/** Feeds over bare HTTP, with headers of one's own choice, and a look behind the registry's back. */
record FeedFixture(RunningRegistry registry) {

    static final Caller ADMIN = new Caller("test-admin", Role.ADMIN);
    static final String JSON = "application/fhir+json";

    static Patient replaced(Patient patient, String system, String number) {
        patient.setActive(false);
        var other = new Reference();
        other.getIdentifier().setSystem(system).setValue(number);
        patient.addLink().setType(LinkType.REPLACEDBY).setOther(other);
        return patient;
    }

    HttpResponse<String> put(Patient patient, String... headers) {
        return put(ADMIN, patient, headers);
    }

    HttpResponse<String> put(Caller caller, Patient patient, String... headers) {
        var key = patient.getIdentifier().getLast();
        return put(caller, key.getSystem(), key.getValue(), json(patient), headers);
    }

    HttpResponse<String> put(Caller caller, String system, String number, String body, String... headers) {
        var request = registry.request("/fhir/Patient?identifier=" + token(system, number), caller)
                .header("Content-Type", JSON)
                .PUT(BodyPublishers.ofString(body));
        return registry.send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> delete(Caller caller, String system, String number, String... headers) {
        var request = registry.request("/fhir/Patient?identifier=" + token(system, number), caller)
                .DELETE();
        return registry.send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(Caller caller, String path, Resource body, String... headers) {
        var request =
                registry.request(path, caller).header("Content-Type", JSON).POST(BodyPublishers.ofString(json(body)));
        return registry.send(headers.length == 0 ? request : request.headers(headers));
    }

    static String token(String system, String number) {
        return URLEncoder.encode(system + "|" + number, UTF_8);
    }

    static String json(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }

    static <T extends Resource> T parse(Class<T> type, HttpResponse<String> answer) {
        return FhirContext.forR4Cached().newJsonParser().parseResource(type, answer.body());
    }

    /** The enterprise id in the answer to a feed. */
    static String eid(HttpResponse<String> answer) {
        return eid(parse(Patient.class, answer));
    }

    static String eid(Patient answered) {
        var identity =
                answered.getExtensionByUrl("https://registry.hms.gov.py/fhir/StructureDefinition/resolved-identity");
        return ((Reference) identity.getExtensionByUrl("person").getValue())
                .getReferenceElement()
                .getIdPart();
    }

    static Bundle.BundleEntryComponent entry(Bundle bundle, Bundle.HTTPVerb method, String url) {
        var entry = bundle.addEntry();
        entry.getRequest().setMethod(method).setUrl(url);
        return entry;
    }

    static void refused(HttpResponse<String> answer, int status, String place) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(parse(OperationOutcome.class, answer)
                        .getIssueFirstRep()
                        .getExpression()
                        .toString())
                .contains(place);
    }

    /** Who the record of this key belongs to now. */
    String personOf(String system, String number) {
        return registry.database()
                .withHandle(handle -> handle.createQuery("""
                        SELECT m.eid FROM patient_record r JOIN membership m ON m.record_id = r.id
                        WHERE r.identifier_system = :system AND r.identifier_value = :number AND m.to_change IS NULL
                        """)
                        .bind("system", system)
                        .bind("number", number)
                        .mapTo(String.class)
                        .one());
    }

    int versionsOf(String system, String number) {
        return registry.database()
                .withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM patient_record r JOIN patient_record_version v ON v.record_id = r.id
                        WHERE r.identifier_system = :system AND r.identifier_value = :number
                        """)
                        .bind("system", system)
                        .bind("number", number)
                        .mapTo(Integer.class)
                        .one());
    }

    long changes() {
        return registry.database()
                .withHandle(handle -> handle.createQuery("SELECT last FROM change_counter")
                        .mapTo(Long.class)
                        .one());
    }

    List<String> auditOf(String recordId) {
        return registry.database()
                .withHandle(handle -> handle.createQuery(
                                "SELECT action FROM audit_entry WHERE subject_ids @> ARRAY[:id]::text[] ORDER BY id")
                        .bind("id", recordId)
                        .mapTo(String.class)
                        .list());
    }

    HttpResponse<String> api(String method, String path, Caller caller, String body) {
        return registry.send(registry.request(path, caller)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    static JsonNode tree(HttpResponse<String> answer) {
        return RunningRegistry.json(answer);
    }
}
