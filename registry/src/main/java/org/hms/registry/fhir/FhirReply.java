package org.hms.registry.fhir;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer as HTTP carries it: status, the headers that belong to it, and the bytes, if any. */
@SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
public record FhirReply(int status, Map<String, String> headers, byte @Nullable [] body) {

    static FhirReply of(int status) {
        return new FhirReply(status, new LinkedHashMap<>(), null);
    }

    FhirReply with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    FhirReply with(byte[] content, String type) {
        return new FhirReply(status, headers, content).with("Content-Type", type);
    }
}
