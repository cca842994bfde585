package org.hms.registry.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;

/** The request bodies of OpenHIE's client registry cases, which lie beside the project. */
final class OpenHieBodies {

    static final String TEST = "http://ohie.org/test/test";
    static final String TEST_A = "http://ohie.org/test/test_a";
    static final String TEST_B = "http://ohie.org/test/test_b";
    static final String OID = "urn:oid:1.3.6.1.4.1.52820.3.72.5.9.1";

    private OpenHieBodies() {}

    /** The message as a client sends it: JSON that travels has no byte order mark (RFC 8259, section 8.1). */
    static String message(String name) {
        try {
            var text = Files.readString(
                    IhePackages.folder("openhie-cr-fhir-requests").resolve(name + ".json"), UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same message as FHIR's JSON has it: in one body two elements that repeat stand without their brackets, which a
     * lenient parser reads and this registry refuses.
     */
    static String repaired(String name) {
        var json = quiet();
        return json.encodeResourceToString(json.parseResource(message(name)));
    }

    private static IParser quiet() {
        return FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new LenientErrorHandler(false));
    }

    /** The patient in a message who has this number. */
    static Patient patient(String name, String number) {
        return patients(name).stream()
                .filter(patient ->
                        patient.getIdentifier().stream().anyMatch(identifier -> number.equals(identifier.getValue())))
                .findFirst()
                .orElseThrow();
    }

    private static List<Patient> patients(String name) {
        var message = quiet().parseResource(Bundle.class, message(name));
        var history = (Bundle) message.getEntry().get(1).getResource();
        return history.getEntry().stream()
                .filter(entry -> entry.getResource() instanceof Patient)
                .map(entry -> (Patient) entry.getResource())
                .toList();
    }
}
