package org.hms.registry.fhir;

import java.util.List;
import java.util.Locale;

/** What the caller prefers (RFC 7240): how strictly to read, and what to send back after a write. */
public record Preferences(boolean strict, Return returning) {

    /** What comes back after a write. */
    public enum Return {
        MINIMAL,
        REPRESENTATION,
        OPERATION_OUTCOME
    }

    public static final Preferences DEFAULT = new Preferences(false, Return.REPRESENTATION);

    /** Reads the {@code Prefer} headers; what is not understood is ignored, as the RFC asks. */
    public static Preferences of(List<String> headers) {
        var result = DEFAULT;
        for (var header : headers) {
            for (var part : header.split("[,;]")) {
                result = result.with(part.strip().replace("\"", "").toLowerCase(Locale.ROOT));
            }
        }
        return result;
    }

    private Preferences with(String preference) {
        return switch (preference) {
            case "handling=strict" -> new Preferences(true, returning);
            case "handling=lenient" -> new Preferences(false, returning);
            case "return=minimal" -> new Preferences(strict, Return.MINIMAL);
            case "return=representation" -> new Preferences(strict, Return.REPRESENTATION);
            case "return=operationoutcome" -> new Preferences(strict, Return.OPERATION_OUTCOME);
            default -> this;
        };
    }
}
