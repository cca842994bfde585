package org.hms.registry.fhir;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Parameters;

/**
 * What was asked, fit to be kept for good: the path and the names of the parameters, and of their values only those that
 * cannot speak of a person, such as identifier systems, page sizes and codes of interactions.
 */
public final class RedactedQuery {
    private static final int LONGEST = 1000;
    private static final Pattern SYSTEM = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{1,19}:[^?#|\\s]{1,200}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_:.-]{1,64}");
    private static final Pattern SHORT_CODE = Pattern.compile("[A-Za-z0-9_,.-]{1,40}");
    private static final Set<String> CODED =
            Set.of("_count", "_offset", "_sort", "_format", "_summary", "_total", "active");

    private RedactedQuery() {}

    /** Of a search or an operation at this path, such as {@code Patient/$ihe-pix}. */
    public static String of(FhirRequest request, String path) {
        var asked = Stream.concat(
                        request.query().understood().stream().map(pair -> pair(pair.name(), pair.value())),
                        ofBody(request))
                .collect(Collectors.joining("&"));
        var line = asked.isEmpty() ? path : path + "?" + asked;
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }

    /** A body's parameters by name; a resource among them by its type. */
    private static Stream<String> ofBody(FhirRequest request) {
        return switch (request.body()) {
            case null -> Stream.empty();
            case Parameters parameters ->
                parameters.getParameter().stream().map(parameter -> name(parameter.getName()) + "=");
            default -> Stream.of("resource=");
        };
    }

    private static String pair(String name, String value) {
        var kept = CODED.contains(name) && SHORT_CODE.matcher(value).matches() ? value : systems(name, value);
        return name(name) + "=" + kept;
    }

    /** The systems of {@code system|value}, or a value that is itself a system. */
    private static String systems(String name, String value) {
        return Escapes.split(value, ',').stream()
                .map(token -> system(name, Escapes.split(token, '|')))
                .collect(Collectors.joining(","));
    }

    private static String system(String name, List<String> token) {
        var system = token.getFirst();
        var isSystem = token.size() > 1 || name.equals("targetSystem");
        return isSystem && SYSTEM.matcher(system).matches() ? token.size() > 1 ? system + "|" : system : "";
    }

    private static String name(String name) {
        return NAME.matcher(name).matches() ? name : "unknown";
    }
}
