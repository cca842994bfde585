package org.hms.registry.fhir;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** The two forms in which resources are read and written. */
public enum FhirFormat {
    JSON("application/fhir+json"),
    XML("application/fhir+xml");

    private static final Pattern QUALITY = Pattern.compile(";\\s*q\\s*=\\s*([01]?(?:\\.\\d{1,3})?)");

    private final String mediaType;

    FhirFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String contentType() {
        return mediaType + ";charset=utf-8";
    }

    String mediaType() {
        return mediaType;
    }

    /** The form of the answer: {@code _format} before {@code Accept}; refuses with 406 what is neither. */
    public static FhirFormat negotiate(@Nullable String format, @Nullable String accept) {
        if (format != null && !format.isBlank()) {
            return find(format)
                    .orElseThrow(() -> FhirProblem.of(
                            406, IssueType.NOTSUPPORTED, "_format is neither JSON nor XML; " + offered()));
        }
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        return best(accept)
                .orElseThrow(() ->
                        FhirProblem.of(406, IssueType.NOTSUPPORTED, "Accept names neither JSON nor XML; " + offered()));
    }

    /** The form of a body; refuses with 415 what is neither JSON nor XML in UTF-8. */
    static FhirFormat ofBody(@Nullable String contentType) {
        if (contentType == null) {
            throw FhirProblem.of(415, IssueType.NOTSUPPORTED, "Content-Type is missing; " + offered());
        }
        var lower = contentType.toLowerCase(Locale.ROOT);
        if (lower.contains("charset") && !lower.matches(".*charset\\s*=\\s*\"?utf-?8\"?.*")) {
            throw FhirProblem.of(415, IssueType.NOTSUPPORTED, "Only UTF-8 is read");
        }
        return find(lower)
                .orElseThrow(() -> FhirProblem.of(
                        415, IssueType.NOTSUPPORTED, "Content-Type is neither JSON nor XML; " + offered()));
    }

    private static Optional<FhirFormat> best(String accept) {
        Optional<FhirFormat> best = Optional.empty();
        var bestQuality = 0.0;
        for (var range : accept.split(",")) {
            var quality = quality(range);
            var format = range.strip().startsWith("*/*") || range.strip().startsWith("application/*")
                    ? Optional.of(JSON)
                    : find(range);
            if (format.isPresent() && quality > bestQuality) {
                best = format;
                bestQuality = quality;
            }
        }
        return best;
    }

    private static double quality(String range) {
        var q = QUALITY.matcher(range);
        return q.find() ? Double.parseDouble("0" + q.group(1)) : 1.0;
    }

    private static Optional<FhirFormat> find(String name) {
        // A plus sign that the caller forgot to encode arrives as a blank.
        return switch (name.split(";")[0].strip().replace(' ', '+').toLowerCase(Locale.ROOT)) {
            case "json", "application/json", "application/fhir+json", "text/json" -> Optional.of(JSON);
            case "xml", "application/xml", "application/fhir+xml", "text/xml" -> Optional.of(XML);
            default -> Optional.empty();
        };
    }

    private static String offered() {
        return "this registry speaks " + JSON.mediaType + " and " + XML.mediaType;
    }
}
