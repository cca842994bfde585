package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;
import static org.hms.registry.journey.TestPatients.patient;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;

/** Four people who are searched for, and how they are asked for. */
final class SearchedPeople {

    private SearchedPeople() {}

    static final Caller ADMIN = new Caller("test-admin", Role.ADMIN);
    static final FhirContext FHIR = FhirContext.forR4Cached();

    /** Restricts every question to the people of this test, who alone have such a mother. */
    static final String HERE = "&mothersMaidenName=Zunilda%20Qantu";

    static final Map<String, String> NAMES = new HashMap<>();

    private static final AtomicReference<RunningRegistry> REGISTRY = new AtomicReference<>();

    static void feed(RunningRegistry shared) {
        REGISTRY.set(shared);
        var client = shared.client(ADMIN);
        var ana = patient(
                HIS, "srch-ana", "Ánä Belén | Núñez Ybáñez | 1974-03-19 | F | 6101001 | Zunilda Qantu | 0981 700-001");
        ana.addAddress()
                .addLine("Calle Palma 123")
                .setCity("Luque")
                .setState("Central")
                .setPostalCode("2060")
                .setCountry("PY");
        keep(client, "ana", ana);
        var beto = patient(HIS, "srch-beto", "Beto | Nunes | 1974-11 | M | 6101002 | Zunilda Qantu | +595981700002");
        beto.addAddress()
                .setCity("Posadas")
                .setState("Misiones")
                .setPostalCode("N3300")
                .setCountry("AR");
        keep(client, "beto", beto);
        var cira = patient(IPS, "srch-cira", "Cira | de la Cruz Mereles | 1990 | F | - | Zunilda Qantu | -");
        cira.addAddress()
                .addExtension(
                        "https://registry.hms.gov.py/fhir/StructureDefinition/ine-district", new CodeType("0701"));
        keep(client, "cira", cira);
        keep(
                client,
                "dora",
                patient(HIS, "srch-dora", "Dora Ana | O'Higgins | 2001-12-31 | - | - | Zunilda Qantu | -"));
    }

    static void keep(IGenericClient client, String name, Patient patient) {
        NAMES.put(Feeding.eid(Feeding.feed(client, patient)), name);
    }

    static RunningRegistry registry() {
        return Objects.requireNonNull(REGISTRY.get());
    }

    static HttpResponse<String> get(String query) {
        return registry().get("/fhir/Patient?" + query, ADMIN);
    }

    static Bundle bundle(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return FHIR.newJsonParser().parseResource(Bundle.class, answer.body());
    }

    static List<String> matches(Bundle bundle) {
        return bundle.getEntry().stream()
                .filter(entry -> entry.getSearch().getMode() == Bundle.SearchEntryMode.MATCH)
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    static String named(Bundle bundle) {
        return matches(bundle).stream().map(NAMES::get).sorted().collect(Collectors.joining(" "));
    }

    static String encoded(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> {
                    int equals = pair.indexOf('=');
                    return pair.substring(0, equals) + "="
                            + URLEncoder.encode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                })
                .collect(Collectors.joining("&"));
    }
}
