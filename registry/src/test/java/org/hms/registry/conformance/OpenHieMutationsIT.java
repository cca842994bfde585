package org.hms.registry.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hms.registry.journey.RunningRegistry;
import org.hms.registry.journey.SharedRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * OpenHIE's bodies, each broken in one place by a seeded generator: every one is refused with an outcome that names the place,
 * repeats nothing of it, and stores nothing.
 */
@ExtendWith(SharedRegistry.class)
final class OpenHieMutationsIT {

    /** What stands in every broken place and must never come back. */
    private static final String PRIVATE = "Zzyzx1980";

    private static final int MUTANTS = 120;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> BODIES = List.of(
            "OHIE-CR-02-10", "OHIE-CR-02-30", "OHIE-CR-04-10", "OHIE-CR-07-10", "OHIE-CR-08-10", "OHIE-CR-08-30");

    /** A way to break an element so that no reader of FHIR can take it. */
    private enum Fault {
        AN_UNKNOWN_ELEMENT,
        AN_OBJECT_FOR_A_VALUE,
        A_LIST_FOR_A_VALUE,
        A_VALUE_FOR_AN_OBJECT,
        A_DATE_THAT_IS_NONE,
        A_CODE_THAT_IS_NONE,
        A_WORD_FOR_A_BOOLEAN,
        AN_EMPTY_TEXT,
        NOTHING_FOR_A_VALUE,
        A_NUMBER_FOR_TEXT
    }

    /** A broken body: what was broken in which, and the name of the element that the outcome must tell. */
    record Mutant(String what, String number, String system, String body, String element) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static RunningRegistry registry;
    private static Asking asking;

    private String before = "";

    @BeforeAll
    static void start(RunningRegistry shared) {
        IhePackages.assumePresent();
        registry = shared;
        asking = new Asking(shared);
    }

    @BeforeEach
    void rememberWhatIsStored() {
        before = stored();
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(stored()).isEqualTo(before);
    }

    private static String stored() {
        return registry.database()
                .withHandle(
                        handle -> handle.createQuery("""
                        SELECT (SELECT last FROM change_counter) || ' ' || (SELECT count(*) FROM patient_record_version)
                            || ' ' || (SELECT count(*) FROM audit_entry)
                        """).mapTo(String.class).one());
    }

    static Stream<Mutant> mutants() {
        if (!Files.isDirectory(IhePackages.folder("openhie-cr-fhir-requests"))) {
            return Stream.of(new Mutant("(no bodies here)", "", "", "", ""));
        }
        var random = new Random(93_104);
        return Stream.iterate(0, i -> i + 1).limit(MUTANTS).map(i -> mutant(i, random));
    }

    private static Mutant mutant(int i, Random random) {
        var name = BODIES.get(i % BODIES.size());
        var patient = patient(name);
        var identifier = patient.path("identifier").path(0);
        var number = identifier.path("value").asText();
        var system = identifier.path("system").asText();
        var fault = Fault.values()[(i / BODIES.size()) % Fault.values().length];
        var element = broken(patient, fault, random);
        return new Mutant(
                name + ", " + fault + " at " + element + " #" + i, number, system, patient.toString(), element);
    }

    private static ObjectNode patient(String name) {
        try {
            for (var entry : JSON.readTree(OpenHieBodies.repaired(name)).at("/entry/1/resource/entry")) {
                if (entry.at("/resource/resourceType").asText().equals("Patient")) {
                    return (ObjectNode) entry.get("resource");
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("No patient in " + name);
    }

    /** Breaks one place and gives the name of the element broken. */
    private static String broken(ObjectNode patient, Fault fault, Random random) {
        var name = (ObjectNode) patient.path("name").path(0);
        var texts = List.of("family", "use");
        var text = texts.get(random.nextInt(texts.size()));
        switch (fault) {
            case AN_UNKNOWN_ELEMENT -> {
                var somewhere = objects(patient);
                somewhere.get(random.nextInt(somewhere.size())).put("apodo", PRIVATE);
                return "apodo";
            }
            case AN_OBJECT_FOR_A_VALUE -> name.putObject(text).put("value", PRIVATE);
            case A_LIST_FOR_A_VALUE -> name.putArray(text).add(PRIVATE);
            case A_VALUE_FOR_AN_OBJECT -> {
                patient.put("maritalStatus", PRIVATE);
                return "maritalStatus";
            }
            case A_DATE_THAT_IS_NONE -> {
                patient.put("birthDate", random.nextBoolean() ? PRIVATE : "1980-13-" + (40 + random.nextInt(50)));
                return "birthDate";
            }
            case A_CODE_THAT_IS_NONE -> {
                patient.put("gender", PRIVATE);
                return "gender";
            }
            case A_WORD_FOR_A_BOOLEAN -> {
                patient.put("active", PRIVATE);
                return "active";
            }
            case AN_EMPTY_TEXT -> name.put(text, "");
            case NOTHING_FOR_A_VALUE -> name.putNull(text);
            case A_NUMBER_FOR_TEXT -> name.put(text, 19_801_980);
        }
        return text;
    }

    private static List<ObjectNode> objects(JsonNode from) {
        var objects = new ArrayList<ObjectNode>();
        if (from instanceof ObjectNode object) {
            objects.add(object);
        }
        if (from instanceof ObjectNode || from instanceof ArrayNode) {
            from.forEach(child -> objects.addAll(objects(child)));
        }
        return objects;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void whatIsBrokenIsRefusedAtItsPlaceAndForgotten(Mutant mutant) {
        var answer = asking.feed(mutant.system(), mutant.number(), mutant.body());

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        var outcome = Asking.parsed(OperationOutcome.class, answer);
        assertThat(outcome.getIssue()).isNotEmpty();
        assertThat(answer.body())
                .contains(mutant.element())
                .doesNotContain(PRIVATE)
                .doesNotContain("19801980")
                .doesNotContain(mutant.number());
    }
}
