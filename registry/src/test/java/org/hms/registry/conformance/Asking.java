package org.hms.registry.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.journey.RunningRegistry;

/** Speaks to a running registry as others do: plain HTTP with bodies as they are, or HAPI's client. */
final class Asking {

    static final Caller ADMIN = new Caller("ihe-admin", Role.ADMIN);
    static final Caller AUDITOR = new Caller("ihe-auditor", Role.AUDITOR);

    private static final String JSON = "application/fhir+json";
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final RunningRegistry registry;

    Asking(RunningRegistry registry) {
        this.registry = registry;
    }

    HttpResponse<String> get(String pathAndQuery, Caller caller) {
        return registry.get(pathAndQuery, caller);
    }

    HttpResponse<String> get(String pathAndQuery) {
        return get(pathAndQuery, ADMIN);
    }

    HttpResponse<String> post(String path, String body) {
        return registry.send(registry.request(path, ADMIN)
                .header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> postXml(String path, String body) {
        return registry.send(registry.request(path, ADMIN)
                .header("Content-Type", "application/fhir+xml")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Feeds as ITI-104 does, under this identifier. */
    HttpResponse<String> feed(String system, String value, String body) {
        return registry.send(registry.request("/fhir/Patient?identifier=" + token(system, value), ADMIN)
                .header("Content-Type", JSON)
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> feed(String system, String value, Patient patient) {
        var answer = feed(system, value, FHIR.newJsonParser().encodeResourceToString(patient));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return answer;
    }

    HttpResponse<String> crossReference(String system, String value) {
        return get("/fhir/Patient/$ihe-pix?sourceIdentifier=" + token(system, value));
    }

    static String token(String system, String value) {
        return URLEncoder.encode(system + "|" + value, UTF_8);
    }

    static <T extends Resource> T parsed(Class<T> type, HttpResponse<String> answer) {
        return FHIR.newJsonParser().parseResource(type, answer.body());
    }

    IGenericClient client(Caller caller) {
        FHIR.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        var client = FHIR.newRestfulGenericClient(registry.uri("/fhir").toString());
        client.registerInterceptor(new BearerTokenAuthInterceptor(registry.token(caller)));
        return client;
    }

    /** An identifier that was resolved into another leads to that one's person, or is not found. */
    void resolvedIntoOneLeadsToOne(String system, String subsumed, String survivor) {
        var kept = crossReference(system, survivor);
        var former = crossReference(system, subsumed);
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(former.statusCode()).isIn(200, 404);
        if (former.statusCode() == 200) {
            assertThat(persons(kept)).hasSize(1).containsAll(persons(former));
        }
    }

    private static List<String> persons(HttpResponse<String> answer) {
        return parsed(Parameters.class, answer).getParameter().stream()
                .filter(parameter -> parameter.getValue() instanceof Reference)
                .map(parameter -> ((Reference) parameter.getValue()).getReference())
                .toList();
    }
}
