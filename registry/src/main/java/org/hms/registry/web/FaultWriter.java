package org.hms.registry.web;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hms.registry.fhir.FhirFormat;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirWriter;
import org.hms.registry.fhir.Rendering;
import org.jspecify.annotations.Nullable;

/** Writes a fault as the face speaks it: an OperationOutcome under {@code /fhir}, a problem elsewhere. */
final class FaultWriter {
    private final FhirWriter fhir = new FhirWriter(FhirContext.forR4Cached());
    private final ObjectMapper json = new ObjectMapper();

    record Written(byte[] body, String contentType) {}

    /** The path begins without a slash; format and accept are what the caller sent. */
    Written write(Fault fault, String path, @Nullable String format, @Nullable String accept) {
        if (path.equals("fhir") || path.startsWith("fhir/")) {
            var form = form(format, accept);
            return new Written(fhir.write(fault.outcome(), form, Rendering.FULL), form.contentType());
        }
        try {
            return new Written(json.writeValueAsBytes(fault.problem()), Problem.MEDIA_TYPE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem could not be written", e);
        }
    }

    /** A caller who accepts neither form is still told what is wrong, in JSON. */
    private static FhirFormat form(@Nullable String format, @Nullable String accept) {
        try {
            return FhirFormat.negotiate(format, accept);
        } catch (FhirProblem neither) {
            return FhirFormat.JSON;
        }
    }
}
